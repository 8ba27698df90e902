"""Shows values of compiled RTypeScript in lldb: `command script import` this file, then `frame variable` and `v` as always."""

import os
import sys

import lldb

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import mixmod_values  # noqa: E402

def is_object_type(type):
    """A structure that begins with the header of heap objects."""
    if type.GetTypeClass() != lldb.eTypeClassStruct or type.GetNumberOfFields() == 0:
        return False
    first = type.GetFieldAtIndex(0)
    return first.GetName() == "header" and first.GetType().GetName() == "mixmod header"


def header_name(value):
    """What the module of an object's static type calls the type in its header; None where it has no name for it."""
    name = value.GetChildMemberWithName("header").GetChildMemberWithName("type").GetValue()
    # A number that is none of the enumeration's is shown as one, or as several of them together.
    is_none = name is None or name.lstrip("-").isdigit() or name.startswith("0x") or " | " in name
    return None if is_none else name


class LldbValue(mixmod_values.Value):
    def __init__(self, value):
        self.value = value.GetNonSyntheticValue()
        self.type = value.GetType().GetCanonicalType()

    def kind(self):
        kinds = {
            lldb.eTypeClassPointer: "pointer",
            lldb.eTypeClassStruct: "struct",
            lldb.eTypeClassUnion: "union",
        }
        kind = kinds.get(self.type.GetTypeClass())
        if kind is not None:
            return kind
        basic = self.type.GetBasicType()
        if basic in (lldb.eBasicTypeFloat, lldb.eBasicTypeDouble):
            return "float"
        if basic == lldb.eBasicTypeBool:
            return "boolean"
        return "int" if self.type.GetTypeClass() == lldb.eTypeClassBuiltin else "other"

    def type_name(self):
        # lldb names scalars as C does: which integers are bigints is lost.
        scalar = {"float": "f32" if self.type.GetByteSize() == 4 else "number", "boolean": "boolean"}.get(self.kind())
        return scalar or self.value.GetType().GetName() or ""

    def unsigned(self):
        error = lldb.SBError()
        value = self.value.GetValueAsUnsigned(error, 0)
        if error.Fail():
            raise mixmod_values.Unreadable(f"corrupted: {error}")
        return value

    def number(self):
        error = lldb.SBError()
        kind = self.kind()
        data = self.value.GetData()
        if kind == "float":
            value = data.GetFloat(error, 0) if self.type.GetByteSize() == 4 else data.GetDouble(error, 0)
        elif kind == "boolean":
            value = self.value.GetValueAsUnsigned(error, 0) != 0
        elif self.type.GetTypeFlags() & lldb.eTypeIsSigned:
            value = self.value.GetValueAsSigned(error, 0)
        else:
            value = self.value.GetValueAsUnsigned(error, 0)
        if error.Fail():
            raise mixmod_values.Unreadable(f"corrupted: {error}")
        return value

    def _pointee(self):
        return self.type.GetPointeeType().GetCanonicalType()

    def target_name(self):
        return self._pointee().GetName()

    def target_is_object(self):
        return is_object_type(self._pointee())

    def _object_at(self, type):
        return LldbValue(self.value.CreateValueFromAddress("object", self.unsigned(), type))

    def target(self):
        return self._object_at(self._pointee())

    def target_as(self, name, type_id):
        if self._pointee().GetName() == name:
            return self.target()
        found = self.value.GetTarget().FindTypes(name)
        for index in range(found.GetSize()):
            type = found.GetTypeAtIndex(index).GetCanonicalType()
            if is_object_type(type) and name in (header_name(self._object_at(type).value), self._program_names().get(type_id)):
                return self._object_at(type)
        return None

    def object_type(self, type_id, address):
        start = self.value.CreateValueFromAddress("object", address, self._pointee())
        return header_name(start) or self._program_names().get(type_id)

    def _program_names(self):
        target = self.value.GetTarget()
        found = target.FindSymbols(mixmod_values.PROGRAM_NAMES)
        if found.GetSize() == 0:
            return {}
        start = found[0].GetSymbol().GetStartAddress().GetLoadAddress(target)
        return mixmod_values.program_names(start, self.read)

    def member_names(self):
        return [self.type.GetFieldAtIndex(index).GetName() for index in range(self.type.GetNumberOfFields())]

    def member(self, name):
        names = self.member_names()
        if name not in names:
            raise mixmod_values.Unreadable(f"{self.type_name()} has no field {name}")
        return LldbValue(self.value.GetChildAtIndex(names.index(name)))

    def item(self, index):
        """Of a pointer, or of an array of open length, of which lldb knows no items."""
        is_pointer = self.kind() == "pointer"
        item = self._pointee() if is_pointer else self.type.GetArrayElementType()
        start = self.unsigned() if is_pointer else self.value.GetLoadAddress()
        address = start + index * item.GetByteSize()
        self.read(address, item.GetByteSize())
        return LldbValue(self.value.CreateValueFromAddress("item", address, item))

    def read(self, address, count):
        error = lldb.SBError()
        data = self.value.GetProcess().ReadMemory(address, count, error)
        if error.Fail() or data is None:
            raise mixmod_values.Unreadable(f"corrupted: Cannot access memory at address 0x{address:x}")
        return data

    def function_at(self, address):
        resolved = self.value.GetTarget().ResolveLoadAddress(address)
        return resolved.GetFunction().GetName()


def text_of(value):
    """A value that TypeScript has is shown as TypeScript; any other, as lldb does."""
    mine = LldbValue(value)
    try:
        if mixmod_values.is_ours(mine):
            return mixmod_values.text_of(mine)
    except mixmod_values.Unreadable as error:
        return f"<{error}>"
    shown = lldb.SBStream()
    value.GetDescription(shown)
    return shown.GetData().split(" = ", 1)[-1].rstrip()


def show(debugger, command, result, _dictionary):
    """ts [NAME...]: variables of the selected frame as TypeScript shows them; without names, all of them. `ts shape.name`"""
    frame = debugger.GetSelectedTarget().GetProcess().GetSelectedThread().GetSelectedFrame()
    if not frame.IsValid():
        result.SetError("the process does not stand still")
        return
    names = command.split()
    values = [(name, frame.GetValueForVariablePath(name)) for name in names]
    if not names:
        values = [(value.GetName(), value) for value in frame.GetVariables(True, True, False, True)]
    for name, value in values:
        if not value.IsValid() or value.GetError().Fail():
            result.SetError(f"there is no variable {name} here")
            return
        result.AppendMessage(f"{name} = {text_of(value)}")


def __lldb_init_module(debugger, _dictionary):
    # By the types' names alone lldb could not choose summaries: classes have any.
    debugger.HandleCommand(f"command script add -o -f {__name__}.show ts")
