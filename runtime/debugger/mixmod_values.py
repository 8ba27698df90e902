"""Values of compiled RTypeScript as text, as `util.inspect` of Node.js shows them. What gdb and lldb share.

The scripts of both debuggers give values by the interface of `Value`. Every text is made for memory that may be
corrupted: what cannot be read is named in the text, and nothing here raises anything but what it catches itself.
The layouts are those of compiler/llvm/heap/ and runtime/core/strings/layout.ts.
"""

import math
import struct

MAX_DEPTH = 3
MAX_ITEMS = 100
MAX_UNITS = 1000
MAX_ROPE_PARTS = 10000

STRINGS = ("mixmod string8", "mixmod string16", "mixmod rope")


class Unreadable(Exception):
    """Memory that the debugger cannot read, or that is not what it should be. The message says why."""


class Value:
    """What a debugger must tell of a value; implemented for each debugger."""

    def kind(self):
        """'pointer', 'struct', 'union', 'int', 'float', 'boolean' or 'other', without typedefs."""
        raise NotImplementedError

    def type_name(self):
        """The name of the type as it is, '' for one without."""
        raise NotImplementedError

    def unsigned(self):
        """The address or integer that it holds."""
        raise NotImplementedError

    def number(self):
        """The number that it holds, an int, float or bool."""
        raise NotImplementedError

    def target_name(self):
        """Of a pointer: the name of the structure that it points to; None for other pointers."""
        raise NotImplementedError

    def target_is_object(self):
        """Of a pointer: to a structure that begins with the header of heap objects."""
        raise NotImplementedError

    def target(self):
        """Of a pointer: what it points to."""
        raise NotImplementedError

    def target_as(self, name, type_id):
        """Of a pointer to an object: what it points to as the structure of that name; None where there is none."""
        raise NotImplementedError

    def object_type(self, type_id, address):
        """Of a pointer to objects: the name that the module has for the type in the header of one; None where it has none."""
        raise NotImplementedError

    def member_names(self):
        """Of a structure or union."""
        raise NotImplementedError

    def member(self, name):
        raise NotImplementedError

    def item(self, index):
        """Of an array in memory, or behind a pointer."""
        raise NotImplementedError

    def read(self, address, count):
        """So many bytes of memory. Raises Unreadable."""
        raise NotImplementedError

    def function_at(self, address):
        """The name of the function whose code begins there; None where there is none."""
        raise NotImplementedError


def is_ours(value):
    """This module makes a better text of the value than the debugger does."""
    kind = value.kind()
    if kind == "pointer":
        return value.target_is_object()
    if kind == "union":
        return is_union(value)
    if kind == "struct":
        return is_view(value) or is_nullable(value)
    return value.type_name() in SCALARS


def text_of(value):
    """Never raises."""
    try:
        return inspect(value, 0, ())
    except Unreadable as error:
        return f"<{error}>"


# ---- what there is ----

SCALARS = ("number", "f32", "boolean", "i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "isize", "usize")


def is_view(value):
    names = value.member_names()
    return names[:3] == ["data", "length", "buffer"] or names[:3] == ["offset", "length", "buffer"]


def is_nullable(value):
    return value.member_names()[-1:] == ["presence"]


def is_union(value):
    """Of references: all of its members are pointers to objects."""
    names = value.member_names()
    return bool(names) and all(
        member.kind() == "pointer" and member.target_is_object()
        for member in (value.member(name) for name in names)
    )


def inspect(value, depth, around):
    kind = value.kind()
    if kind == "pointer":
        return reference(value, depth, around) if value.target_is_object() else pointer(value)
    if kind == "union" and is_union(value):
        return union(value, depth, around)
    if kind == "struct":
        if is_nullable(value):
            return nullable(value, depth, around)
        if is_view(value):
            return view(value)
        return fields(value, depth, around)
    return scalar(value)


def scalar(value):
    name = value.type_name()
    number = value.number()
    if isinstance(number, bool):
        return "true" if number else "false"
    if isinstance(number, float):
        return number_text(struct.unpack("f", struct.pack("f", number))[0] if name == "f32" else number)
    return f"{number}n" if name in ("i64", "u64") else str(number)


def number_text(number):
    """As Number.prototype.toString, but for the notation of very large and very small ones."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == 0:
        return "-0" if math.copysign(1, number) < 0 else "0"
    if number == int(number) and abs(number) < 1e21:
        return str(int(number))
    return repr(number)


def pointer(value):
    address = value.unsigned()
    return "NULL" if address == 0 else f"{value.type_name() or 'pointer'} 0x{address:x}"


# ---- nullables, views, unions ----


def nullable(value, depth, around):
    presence = value.member("presence").unsigned()
    if presence == 1:
        return "undefined"
    if presence == 2:
        return "null"
    if presence != 0:
        return f"<corrupted: presence is {presence}>"
    return view(value) if is_view(value) else inspect(value.member("value"), depth, around)


def view(value):
    name = value.type_name() or "view"
    length = value.member("length").number()
    if length < 0:
        return f"<corrupted {name}: its length is {length}>"
    if "data" not in value.member_names():
        return f"{name}({length})"
    data = value.member("data")
    if name in ("ArrayBuffer", "DataView"):
        return f"{name} {{ byteLength: {length}, data: 0x{data.unsigned():x} }}"
    count = min(length, MAX_ITEMS)
    try:
        items = [scalar(data.item(index)) for index in range(count)]
    except Unreadable as error:
        return f"<corrupted {name}({length}): {error}>"
    return f"{name}({length}) [{listing(items, length)}]"


def union(value, depth, around):
    names = value.member_names()
    first = value.member(names[0])
    address = first.unsigned()
    if address < 2:
        return reference(first, depth, around)
    name = object_name(first, address)
    for each in names:
        member = value.member(each)
        target = member.target_name()
        if target == name or (name in STRINGS and target == "mixmod string"):
            return reference(member, depth, around)
        if name == "mixmod array" and target is not None and target.endswith("[]"):
            return reference(member, depth, around)
    return reference(first, depth, around)


# ---- programs that were compiled module by module ----

# Only the object that holds their modules together knows what the headers of objects say: a line for each type.
PROGRAM_NAMES = "mm.program.names"
known_names = {}


def program_names(start, read):
    """The names of types by what headers say. `start`: of the text; `read`: (address, count) -> bytes."""
    if start not in known_names:
        text = b""
        while b"\0" not in text:
            text += read(start + len(text), 64)
        rows = (row.split(" ", 1) for row in text.split(b"\0")[0].decode().split("\n"))
        known_names[start] = {int(number): name for number, name in rows}
    return known_names[start]


# ---- references ----


def object_name(value, address):
    if address % 8 != 0:
        raise Unreadable(f"corrupted: 0x{address:x} is no address of an object")
    (type_id,) = struct.unpack("<I", value.read(address, 4))
    name = value.object_type(type_id, address)
    if name is None:
        raise Unreadable(f"corrupted: the object at 0x{address:x} has the unknown type {type_id}")
    return name


def reference(value, depth, around):
    address = value.unsigned()
    if address == 0:
        return "null"
    if address == 1:
        return "undefined"
    if address in around:
        return "[Circular]"
    try:
        name = object_name(value, address)
        inside = (*around, address)
        if name in STRINGS:
            return quoted(*string_units(value, address))
        if name.startswith("mixmod closure"):
            return closure(value, address)
        if name == "mixmod array":
            return array(value.target(), depth, inside)
        return heap_object(value, name, address, depth, inside)
    except Unreadable as error:
        return f"<{error}>"


def closure(value, address):
    (code,) = struct.unpack("<Q", value.read(address + 8, 8))
    name = value.function_at(code)
    return f"[Function: {name}]" if name else f"[Function at 0x{code:x}]"


def heap_object(value, name, address, depth, around):
    if name.startswith("mixmod "):
        return f"[{name[len('mixmod '):]} at 0x{address:x}]"
    (type_id,) = struct.unpack("<I", value.read(address, 4))
    target = value.target_as(name, type_id) or value.target()
    if name.startswith(("cell<", "box<")):
        return inspect(target.member("value"), depth, around)
    if depth >= MAX_DEPTH:
        return f"[{short_name(name)}]"
    if name.startswith("Map<"):
        return map_text(target, depth, around)
    if name.startswith("Set<"):
        return set_text(target, depth, around)
    if name.startswith("["):
        return tuple_text(target, depth, around)
    prefix = "" if name.startswith("{") else f"{name} "
    return prefix + fields(target, depth, around)


def short_name(name):
    return "Object" if name.startswith("{") else name


def fields(target, depth, around):
    names = [name for name in target.member_names() if name != "header"]
    texts = [
        f"{name}: {field_text(target, name, names, depth, around)}"
        for name in names
        if not name.endswith((".presence", ".offset", ".length", ".buffer"))
    ]
    views = [name[: -len(".offset")] for name in names if name.endswith(".offset")]
    texts += [f"{name}: {stored_view(target, name, names)}" for name in views]
    return f"{{ {', '.join(texts)} }}" if texts else "{}"


def field_text(target, name, names, depth, around):
    if f"{name}.presence" in names:
        presence = target.member(f"{name}.presence").unsigned()
        if presence != 0:
            return {1: "undefined", 2: "null"}.get(presence, f"<corrupted: presence is {presence}>")
    return inspect(target.member(name), depth + 1, around)


def stored_view(target, name, names):
    if f"{name}.presence" in names:
        presence = target.member(f"{name}.presence").unsigned()
        if presence != 0:
            return {1: "undefined", 2: "null"}.get(presence, f"<corrupted: presence is {presence}>")
    return f"[view of {target.member(f'{name}.length').number()} elements]"


def tuple_text(target, depth, around):
    names = [name for name in target.member_names() if name != "header" and "." not in name]
    all_names = target.member_names()
    return f"[ {', '.join(field_text(target, name, all_names, depth, around) for name in names)} ]"


# ---- arrays, Map, Set ----


def length_of(target):
    length = target.member("length").number()
    storage = target.member("storage")
    if length == 0:
        return 0
    capacity = storage.target().member("capacity").unsigned() if storage.unsigned() > 1 else 0
    if length < 0 or length > capacity:
        raise Unreadable(f"corrupted: an array of length {length} with room for {capacity} items")
    return length


def items_of(target):
    return target.member("storage").target().member("items")


def array(target, depth, around):
    length = length_of(target)
    if length == 0:
        return "[]"
    if depth >= MAX_DEPTH:
        return "[Array]"
    items = items_of(target)
    texts = [inspect(items.item(index), depth + 1, around) for index in range(min(length, MAX_ITEMS))]
    return f"[ {listing(texts, length)} ]"


def listing(texts, length):
    more = [f"... {length - len(texts)} more"] if length > len(texts) else []
    return ", ".join([*texts, *more])


def live_places(index):
    """Of the entries of a Set's structure, in the order of insertion."""
    live = index.member("live").target()
    count = length_of(live)
    flags = items_of(live)
    return [place for place in range(count) if flags.item(place).number()]


def set_text(target, depth, around):
    places = live_places(target)
    keys = items_of(target.member("list").target()) if places else None
    texts = [inspect(keys.item(place), depth + 1, around) for place in places[:MAX_ITEMS]]
    return f"Set({len(places)}) {{{listing(texts, len(places))}}}"


def map_text(target, depth, around):
    index = target.member("index").target()
    places = live_places(index)
    if not places:
        return "Map(0) {}"
    keys = items_of(index.member("list").target())
    items = target.member("items").target()
    length_of(items)
    values = items_of(items)
    texts = [
        f"{inspect(keys.item(place), depth + 1, around)} => {inspect(values.item(place), depth + 1, around)}"
        for place in places[:MAX_ITEMS]
    ]
    return f"Map({len(places)}) {{{listing(texts, len(places))}}}"


# ---- strings ----


def string_units(value, address):
    """The code units of a string, at most MAX_UNITS of them, and its length. Ropes are walked without recursion."""
    (length,) = struct.unpack("<I", value.read(address + 8, 4))
    units = []
    todo = [(address, length)]
    parts = 0
    while todo and len(units) < MAX_UNITS:
        parts += 1
        if parts > MAX_ROPE_PARTS:
            raise Unreadable(f"corrupted: the string at 0x{address:x} has no end")
        part, wanted = todo.pop()
        name = object_name(value, part)
        if name == "mixmod rope":
            left, right = struct.unpack("<QQ", value.read(part + 16, 16))
            if right == 0:
                # A flat one: the first units of what may have room for more.
                todo.append((left, wanted))
                continue
            (left_length,) = struct.unpack("<I", value.read(left + 8, 4))
            if left_length > wanted:
                raise Unreadable(f"corrupted: a part of the string at 0x{address:x} is longer than it")
            todo.append((right, wanted - left_length))
            todo.append((left, left_length))
        elif name == "mixmod string8":
            count = min(wanted, MAX_UNITS - len(units))
            units += value.read(part + 16, count) if count else b""
        elif name == "mixmod string16":
            count = min(wanted, MAX_UNITS - len(units))
            units += struct.unpack(f"<{count}H", value.read(part + 16, 2 * count)) if count else ()
        else:
            raise Unreadable(f"corrupted: a part of the string at 0x{address:x} is no string")
    return units, length


ESCAPES = {10: "\\n", 13: "\\r", 9: "\\t", 34: '\\"', 92: "\\\\"}


def quoted(units, length):
    texts = []
    at = 0
    while at < len(units):
        unit = units[at]
        low = units[at + 1] if at + 1 < len(units) else 0
        if 0xD800 <= unit < 0xDC00 and 0xDC00 <= low < 0xE000:
            texts.append(chr(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)))
            at += 2
            continue
        at += 1
        if unit in ESCAPES:
            texts.append(ESCAPES[unit])
        elif unit < 32 or 0xD800 <= unit < 0xE000:
            texts.append(f"\\u{unit:04x}")
        else:
            texts.append(chr(unit))
    more = f"... {length - len(units)} more" if length > len(units) else ""
    return f'"{"".join(texts)}"{more}'
