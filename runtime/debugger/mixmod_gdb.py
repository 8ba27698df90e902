"""Shows values of compiled RTypeScript in gdb: `source` this file, then print variables as always (`print/r`: raw)."""

import os
import sys

import gdb
import gdb.printing

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import mixmod_values  # noqa: E402

KINDS = {
    gdb.TYPE_CODE_PTR: "pointer",
    gdb.TYPE_CODE_STRUCT: "struct",
    gdb.TYPE_CODE_UNION: "union",
    gdb.TYPE_CODE_INT: "int",
    gdb.TYPE_CODE_FLT: "float",
    gdb.TYPE_CODE_BOOL: "boolean",
}


def is_object_type(type):
    """A structure that begins with the header of heap objects."""
    if type.code != gdb.TYPE_CODE_STRUCT:
        return False
    first = next(iter(type.fields()), None)
    return first is not None and first.name == "header" and first.type.name == "mixmod header"


def type_names(object_type):
    """What the headers of a module's objects say: the names by their numbers."""
    header = object_type.fields()[0].type
    return {field.enumval: field.name for field in header.fields()[0].type.fields()}


class GdbValue(mixmod_values.Value):
    def __init__(self, value):
        self.value = value
        self.type = value.type.strip_typedefs()

    def kind(self):
        return KINDS.get(self.type.code, "other")

    def type_name(self):
        return self.value.type.name or ""

    def unsigned(self):
        return guarded(lambda: int(self.value) & 0xFFFFFFFFFFFFFFFF)

    def number(self):
        if self.type.code == gdb.TYPE_CODE_FLT:
            return guarded(lambda: float(self.value))
        if self.type.code == gdb.TYPE_CODE_BOOL:
            return guarded(lambda: bool(self.value))
        return guarded(lambda: int(self.value))

    def target_name(self):
        return self.type.target().strip_typedefs().name

    def target_is_object(self):
        return is_object_type(self.type.target().strip_typedefs())

    def target(self):
        return GdbValue(guarded(lambda: self.value.dereference()))

    def target_as(self, name, type_id):
        static = self.type.target().strip_typedefs()
        if static.name == name:
            return self.target()
        type = find_type(name, type_id)
        return type and GdbValue(guarded(lambda: self.value.cast(type.pointer()).dereference()))

    def object_type(self, type_id, address):
        names = type_names(self.type.target().strip_typedefs())
        return names.get(type_id) or program_names().get(type_id)

    def member_names(self):
        return [field.name for field in self.type.fields()]

    def member(self, name):
        fields = [field for field in self.type.fields() if field.name == name]
        if not fields:
            raise mixmod_values.Unreadable(f"{self.type_name()} has no field {name}")
        return GdbValue(guarded(lambda: self.value[fields[0]]))

    def item(self, index):
        return GdbValue(guarded(lambda: fetched(self.value[index])))

    def read(self, address, count):
        return bytes(guarded(lambda: gdb.selected_inferior().read_memory(address, count)))

    def function_at(self, address):
        block = gdb.block_for_pc(address)
        function = block and block.function
        return function and function.name


def fetched(value):
    value.fetch_lazy()
    return value


def guarded(read):
    try:
        return read()
    except gdb.error as error:  # A MemoryError of gdb is one, too.
        raise mixmod_values.Unreadable(f"corrupted: {error}") from None


def find_type(name, type_id):
    """The structure of that name in the module whose headers say `type_id` for it."""
    try:
        block = gdb.selected_frame().block().static_block
    except (gdb.error, RuntimeError, AttributeError):
        block = None
    for args in ((block,), ()) if block else ((),):
        try:
            type = gdb.lookup_type(f"struct {name}", *args).strip_typedefs()
        except gdb.error:
            continue
        if is_object_type(type) and name in (type_names(type).get(type_id), program_names().get(type_id)):
            return type
    return None


def program_names():
    """What headers say in a program that was compiled module by module. Empty for others."""
    try:
        start = int(gdb.parse_and_eval(f"(unsigned long)&'{mixmod_values.PROGRAM_NAMES}'"))
    except gdb.error:
        return {}
    read = gdb.selected_inferior().read_memory
    return mixmod_values.program_names(start, lambda address, count: bytes(read(address, count)))


class Printer:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        return mixmod_values.text_of(self.value)


class Printers:
    """What gdb asks for the printer of a value; `disable pretty-printer global mixmod` turns them off."""

    name = "mixmod"
    enabled = True

    def __call__(self, value):
        if value.type.strip_typedefs().code not in KINDS:
            return None
        mine = GdbValue(value)
        try:
            return Printer(mine) if mixmod_values.is_ours(mine) else None
        except (mixmod_values.Unreadable, gdb.error):
            return None


gdb.printing.register_pretty_printer(None, Printers(), replace=True)


class VariableByName(gdb.Function):
    """`$ts("union")`: the variable of that name, also where the name means something else in gdb's expressions."""

    def __init__(self):
        super().__init__("ts")

    def invoke(self, name):
        frame = gdb.selected_frame()
        symbol = gdb.lookup_symbol(name.string(), frame.block())[0]
        if symbol is None:
            raise gdb.GdbError(f"No variable {name.string()} in the selected frame.")
        return symbol.value(frame) if symbol.needs_frame else symbol.value()


VariableByName()
