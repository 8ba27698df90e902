; Strings as compiled code sees them. Header, u32 length, u32 hash, code units of one byte (type 64) or two (128); or a rope
; (192): header, u32 length, u32, left, right. The rest is in the runtime core (runtime/core/strings/).
;
; A string never changes, and every function that makes one is called, not inlined, before its parts are read: so the loads
; here are invariant, and leave loops. Of a rope only type and length are.

declare i64 @mm.core.string_flat(i8*, i64)
declare i1 @mm.core.string_same(i8*, i64, i64)
declare i32 @mm.core.string_order(i8*, i64, i64)
declare i64 @mm.core.string_from_units(i8*, i64, i64)
declare i64 @mm.core.string_of_unit(i8*, i32)
declare void @mm.core.string_write(i8*, i64, i64, i1)

!900 = !{}
; Lengths: V8's 2^29 - 24 at most.
!901 = !{i32 0, i32 536870889}

define internal i32 @mm.string_type(i8* %text) alwaysinline nounwind readonly {
  %p = bitcast i8* %text to i32*
  %type = load i32, i32* %p, align 8, !invariant.load !900
  ret i32 %type
}

define internal i64 @mm.string_len(i8* %text) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %text, i64 8
  %p = bitcast i8* %at to i32*
  %length = load i32, i32* %p, align 8, !range !901, !invariant.load !900
  %wide = zext i32 %length to i64
  ret i64 %wide
}

; The object with the code units; it may have more of them.
define internal i8* @mm.string_flat(i8* %env, i8* %text) alwaysinline {
entry:
  %type = call i32 @mm.string_type(i8* %text)
  %is.rope = icmp eq i32 %type, 192
  br i1 %is.rope, label %rope, label %flat, !prof !8
rope:
  %right.at = getelementptr inbounds i8, i8* %text, i64 24
  %right.p = bitcast i8* %right.at to i8**
  %right = load i8*, i8** %right.p, align 8
  %is.flat = icmp eq i8* %right, null
  br i1 %is.flat, label %view, label %deep, !prof !7
view:
  %left.at = getelementptr inbounds i8, i8* %text, i64 16
  %left.p = bitcast i8* %left.at to i8**
  %left = load i8*, i8** %left.p, align 8
  br label %flat
deep:
  %written = call i8* @mm.rope_flat(i8* %env, i8* %text)
  br label %flat
flat:
  %units = phi i8* [ %text, %entry ], [ %left, %view ], [ %written, %deep ]
  ret i8* %units
}
define internal i8* @mm.rope_flat(i8* %env, i8* %text) noinline cold {
  %text.i = ptrtoint i8* %text to i64
  %flat = call i64 @mm.core.string_flat(i8* %env, i64 %text.i)
  %flat.p = inttoptr i64 %flat to i8*
  ret i8* %flat.p
}

; The code unit at an index that is in range. Of both widths 16 bits are loaded, of bytes those of the byte and the one
; before it (of the first one that is a byte of the hash): no branch but that of ropes, which leaves loops.
define internal i16 @mm.string_unit(i8* %env, i8* %text, i64 %index) alwaysinline {
  %flat = call i8* @mm.string_flat(i8* %env, i8* %text)
  %type = call i32 @mm.string_type(i8* %flat)
  %wide = icmp eq i32 %type, 128
  %shift = zext i1 %wide to i64
  %distance = shl i64 %index, %shift
  %first = add nuw nsw i64 %shift, 15
  %units = getelementptr inbounds i8, i8* %flat, i64 %first
  %at = getelementptr inbounds i8, i8* %units, i64 %distance
  %p = bitcast i8* %at to i16*
  %pair = load i16, i16* %p, align 1, !invariant.load !900
  %high = select i1 %wide, i16 0, i16 8
  %unit = lshr i16 %pair, %high
  ret i16 %unit
}

; The string of one code unit, the low 16 bits: of Latin-1 there is one already.
define internal i8* @mm.string_from_unit(i8* %env, i32 %number) alwaysinline {
entry:
  %unit = and i32 %number, 65535
  %narrow = icmp ult i32 %unit, 256
  br i1 %narrow, label %known, label %other
known:
  %index = zext i32 %unit to i64
  %address = call i64 @mm.character(i8* %env, i64 %index)
  %character = inttoptr i64 %address to i8*
  br label %done
other:
  %made = call i8* @mm.string_of_unit(i8* %env, i32 %unit)
  br label %done
done:
  %text = phi i8* [ %character, %known ], [ %made, %other ]
  ret i8* %text
}
define internal i8* @mm.string_of_unit(i8* %env, i32 %unit) noinline {
  %made = call i64 @mm.core.string_of_unit(i8* %env, i32 %unit)
  %text = inttoptr i64 %made to i8*
  ret i8* %text
}

; Strings of 1 to 63 units are no ropes, and then the first bytes tell most of those apart that differ, whatever their widths.
define internal i1 @mm.string_eq(i8* %env, i8* %a, i8* %b) alwaysinline {
entry:
  %identical = icmp eq i8* %a, %b
  br i1 %identical, label %done, label %measure
measure:
  %a.length = call i64 @mm.string_len(i8* %a)
  %b.length = call i64 @mm.string_len(i8* %b)
  %as.long = icmp eq i64 %a.length, %b.length
  br i1 %as.long, label %look, label %done
look:
  %less = sub i64 %a.length, 1
  %short = icmp ult i64 %less, 63
  br i1 %short, label %first, label %compare
first:
  %a.at = getelementptr inbounds i8, i8* %a, i64 16
  %b.at = getelementptr inbounds i8, i8* %b, i64 16
  %a.byte = load i8, i8* %a.at, align 1, !invariant.load !900
  %b.byte = load i8, i8* %b.at, align 1, !invariant.load !900
  %alike = icmp eq i8 %a.byte, %b.byte
  br i1 %alike, label %compare, label %done
compare:
  %same = call i1 @mm.string_same(i8* %env, i8* %a, i8* %b)
  br label %done
done:
  %result = phi i1 [ true, %entry ], [ false, %measure ], [ false, %first ], [ %same, %compare ]
  ret i1 %result
}
define internal i1 @mm.string_same(i8* %env, i8* %a, i8* %b) noinline {
  %a.i = ptrtoint i8* %a to i64
  %b.i = ptrtoint i8* %b to i64
  %same = call i1 @mm.core.string_same(i8* %env, i64 %a.i, i64 %b.i)
  ret i1 %same
}

define internal i32 @mm.string_compare(i8* %env, i8* %a, i8* %b) {
  %a.i = ptrtoint i8* %a to i64
  %b.i = ptrtoint i8* %b to i64
  %order = call i32 @mm.core.string_order(i8* %env, i64 %a.i, i64 %b.i)
  ret i32 %order
}

; ---- what the core asks for ----

; In the table of one-unit strings (compiler/llvm/characters.ts): 24 bytes each.
define internal i64 @mm.character(i8* %env, i64 %unit) alwaysinline nounwind readnone {
  %p = getelementptr inbounds [256 x { i64, i32, i32, i64 }], [256 x { i64, i32, i32, i64 }]* @mm.characters, i64 0, i64 %unit
  %address = ptrtoint { i64, i32, i32, i64 }* %p to i64
  ret i64 %address
}
define internal i64 @mm.empty_string(i8* %env) alwaysinline nounwind readnone {
  ret i64 ptrtoint ({ i64, i32, i32 }* @mm.empty to i64)
}

; 5 KiB in which texts of numbers are made; they are the environment's and live as long.
define internal i64 @mm.number_room(i8* %env) alwaysinline {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 2
  %room = load i64, i64* %slot, !tbaa !4
  %none = icmp eq i64 %room, 0
  br i1 %none, label %make, label %done, !prof !8
make:
  %made = call i64 @mm.make_number_room(i8* %env)
  ret i64 %made
done:
  ret i64 %room
}
define internal i64 @mm.make_number_room(i8* %env) noinline cold {
  %memory = call i8* @malloc(i64 5120)
  %failed = icmp eq i8* %memory, null
  br i1 %failed, label %exhausted, label %made
exhausted:
  call void @mm.raise_out_of_memory(i8* %env)
  unreachable
made:
  %room = ptrtoint i8* %memory to i64
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 2
  store i64 %room, i64* %slot, !tbaa !4
  ret i64 %room
}

define internal void @mm.raise_number_at(i8* %env, i64 %site, double %number) noreturn noinline cold {
  %site.p = inttoptr i64 %site to i8*
  call void @mm.raise(i8* %env, i8* %site.p, double %number, double 0.0)
  unreachable
}

define internal void @mm.raise_at(i8* %env, i64 %site) noreturn noinline cold {
  %site.p = inttoptr i64 %site to i8*
  call void @mm.raise(i8* %env, i8* %site.p, double 0.0, double 0.0)
  unreachable
}
define internal void @mm.raise_out_of_memory(i8* %env) noreturn noinline cold {
  %site = bitcast <{ i32, [31 x i8] }>* @mm.site.out_of_memory to i8*
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
}

; ---- from and to JavaScript ----

; In the two functions of this part the host's answers are right as long as the value is a string: only that is tested.
define internal { i8*, i1 } @mm.argument.string(i8* %env, i8* %napi, i8* %value) noinline {
  %room = alloca [256 x i16]
  %length.slot = alloca i64
  %short = getelementptr [256 x i16], [256 x i16]* %room, i64 0, i64 0
  %status = call i32 @napi_get_value_string_utf16(i8* %napi, i8* %value, i16* %short, i64 256, i64* %length.slot)
  %ok = icmp eq i32 %status, 0
  br i1 %ok, label %measure, label %refuse
refuse:
  ret { i8*, i1 } zeroinitializer
measure:
  %length = load i64, i64* %length.slot
  %whole = icmp ult i64 %length, 255
  br i1 %whole, label %make, label %long
make:
  %short.i = ptrtoint i16* %short to i64
  %made = call i64 @mm.core.string_from_units(i8* %env, i64 %short.i, i64 %length)
  br label %done
long:
  %status.2 = call i32 @napi_get_value_string_utf16(i8* %napi, i8* %value, i16* null, i64 0, i64* %length.slot)
  %full = load i64, i64* %length.slot
  %with.nul = add i64 %full, 1
  %bytes = shl i64 %with.nul, 1
  %memory = call i8* @malloc(i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %exhausted, label %copy
exhausted:
  call void @mm.raise_out_of_memory(i8* %env)
  unreachable
copy:
  %units = bitcast i8* %memory to i16*
  %status.3 = call i32 @napi_get_value_string_utf16(i8* %napi, i8* %value, i16* %units, i64 %with.nul, i64* %length.slot)
  %memory.i = ptrtoint i8* %memory to i64
  %made.long = call i64 @mm.core.string_from_units(i8* %env, i64 %memory.i, i64 %full)
  call void @free(i8* %memory)
  br label %done
done:
  %text = phi i64 [ %made, %make ], [ %made.long, %copy ]
  %text.p = inttoptr i64 %text to i8*
  %r.0 = insertvalue { i8*, i1 } undef, i8* %text.p, 0
  %r.1 = insertvalue { i8*, i1 } %r.0, i1 true, 1
  ret { i8*, i1 } %r.1
}

; Nothing is allocated on the heap: nobody is there who could catch what that may raise.
define internal i8* @mm.result.string(i8* %env, i8* %napi, i8* %text) noinline {
  %room = alloca [512 x i8], align 2
  %short = getelementptr [512 x i8], [512 x i8]* %room, i64 0, i64 0
  %length = call i64 @mm.string_len(i8* %text)
  %type = call i32 @mm.string_type(i8* %text)
  %is.rope = icmp eq i32 %type, 192
  br i1 %is.rope, label %rope, label %plain
plain:
  %result = call i8* @mm.result.flat_string(i8* %napi, i8* %text, i64 %length)
  ret i8* %result
rope:
  %left.8 = getelementptr i8, i8* %text, i64 16
  %left.p = bitcast i8* %left.8 to i8**
  %left = load i8*, i8** %left.p
  %right.8 = getelementptr i8, i8* %text, i64 24
  %right.p = bitcast i8* %right.8 to i8**
  %right = load i8*, i8** %right.p
  %is.flat = icmp eq i8* %right, null
  br i1 %is.flat, label %written, label %write
written:
  %result.left = call i8* @mm.result.flat_string(i8* %napi, i8* %left, i64 %length)
  ret i8* %result.left
write:
  %flags.8 = getelementptr i8, i8* %text, i64 12
  %flags.p = bitcast i8* %flags.8 to i32*
  %flags = load i32, i32* %flags.p
  %wide = icmp ne i32 %flags, 0
  %shift = zext i1 %wide to i64
  %size = shl i64 %length, %shift
  %is.short = icmp ule i64 %size, 512
  br i1 %is.short, label %copy, label %allocate
allocate:
  %allocated = call i8* @malloc(i64 %size)
  %none = icmp eq i8* %allocated, null
  br i1 %none, label %exhausted, label %copy
exhausted:
  call void @abort()
  unreachable
copy:
  %memory = phi i8* [ %short, %write ], [ %allocated, %allocate ]
  %text.i = ptrtoint i8* %text to i64
  %memory.i = ptrtoint i8* %memory to i64
  call void @mm.core.string_write(i8* %env, i64 %text.i, i64 %memory.i, i1 %wide)
  %made = call i8* @mm.result.units(i8* %napi, i8* %memory, i64 %length, i1 %wide)
  br i1 %is.short, label %give, label %release
release:
  call void @free(i8* %memory)
  br label %give
give:
  ret i8* %made
}

define internal i8* @mm.result.flat_string(i8* %napi, i8* %flat, i64 %length) alwaysinline nounwind {
  %type = call i32 @mm.string_type(i8* %flat)
  %wide = icmp eq i32 %type, 128
  %units = getelementptr i8, i8* %flat, i64 16
  %result = call i8* @mm.result.units(i8* %napi, i8* %units, i64 %length, i1 %wide)
  ret i8* %result
}
define internal i8* @mm.result.units(i8* %napi, i8* %units, i64 %length, i1 %wide) nounwind {
  %slot = alloca i8*
  store i8* null, i8** %slot
  br i1 %wide, label %two, label %one
one:
  %status.1 = call i32 @napi_create_string_latin1(i8* %napi, i8* %units, i64 %length, i8** %slot)
  br label %done
two:
  %units.16 = bitcast i8* %units to i16*
  %status.2 = call i32 @napi_create_string_utf16(i8* %napi, i16* %units.16, i64 %length, i8** %slot)
  br label %done
done:
  %result = load i8*, i8** %slot
  ret i8* %result
}
