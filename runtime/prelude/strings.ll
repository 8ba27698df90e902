; Strings: UTF-16 code units. Conversions to and from C's UTF-8, and strings that outlive a call.

declare i64 @strlen(i8*) nounwind readonly

; ---- UTF-16 to UTF-8 ----

; The code point that starts at unit %i of %n, and the index after it. A surrogate without its other half is U+FFFD.
define internal { i32, i64 } @mm.utf16_next(i8* %text, i64 %i, i64 %n) alwaysinline nounwind readonly {
  %offset = shl i64 %i, 1
  %unit.16 = call i16 @mm.load.i16(i8* %text, i64 %offset)
  %unit = zext i16 %unit.16 to i32
  %after = add i64 %i, 1
  %top = and i32 %unit, 63488
  %surrogate = icmp eq i32 %top, 55296
  br i1 %surrogate, label %first, label %plain, !prof !8
plain:
  %plain.0 = insertvalue { i32, i64 } undef, i32 %unit, 0
  %plain.1 = insertvalue { i32, i64 } %plain.0, i64 %after, 1
  ret { i32, i64 } %plain.1
first:
  %leads = icmp ult i32 %unit, 56320
  %more = icmp slt i64 %after, %n
  %may.pair = and i1 %leads, %more
  br i1 %may.pair, label %second, label %lone
second:
  %offset.2 = shl i64 %after, 1
  %low.16 = call i16 @mm.load.i16(i8* %text, i64 %offset.2)
  %low = zext i16 %low.16 to i32
  %low.top = and i32 %low, 64512
  %is.low = icmp eq i32 %low.top, 56320
  br i1 %is.low, label %pair, label %lone
pair:
  %high.bits = sub i32 %unit, 55296
  %high = shl i32 %high.bits, 10
  %low.bits = sub i32 %low, 56320
  %joined = or i32 %high, %low.bits
  %point = add i32 %joined, 65536
  %after.pair = add i64 %after, 1
  %pair.0 = insertvalue { i32, i64 } undef, i32 %point, 0
  %pair.1 = insertvalue { i32, i64 } %pair.0, i64 %after.pair, 1
  ret { i32, i64 } %pair.1
lone:
  %lone.0 = insertvalue { i32, i64 } undef, i32 65533, 0
  %lone.1 = insertvalue { i32, i64 } %lone.0, i64 %after, 1
  ret { i32, i64 } %lone.1
}

; Length of a string in UTF-8, -1 if it contains U+0000.
define internal i64 @mm.utf8_length(i8* %text, i64 %n) nounwind readonly {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %after, %one ]
  %bytes = phi i64 [ 0, %entry ], [ %bytes.next, %one ]
  %more = icmp slt i64 %i, %n
  br i1 %more, label %read, label %end
read:
  %next = call { i32, i64 } @mm.utf16_next(i8* %text, i64 %i, i64 %n)
  %point = extractvalue { i32, i64 } %next, 0
  %after = extractvalue { i32, i64 } %next, 1
  %nul = icmp eq i32 %point, 0
  br i1 %nul, label %has.nul, label %one
one:
  %size = call i64 @mm.utf8_size(i32 %point)
  %bytes.next = add i64 %bytes, %size
  br label %loop
has.nul:
  ret i64 -1
end:
  ret i64 %bytes
}

define internal i64 @mm.utf8_size(i32 %point) alwaysinline nounwind readnone {
  %over.1 = icmp ugt i32 %point, 127
  %over.2 = icmp ugt i32 %point, 2047
  %over.3 = icmp ugt i32 %point, 65535
  %a = zext i1 %over.1 to i64
  %b = zext i1 %over.2 to i64
  %c = zext i1 %over.3 to i64
  %ab = add i64 %a, %b
  %abc = add i64 %ab, %c
  %size = add i64 %abc, 1
  ret i64 %size
}

define internal void @mm.utf8_write(i8* %text, i64 %n, i8* %out) nounwind {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %after, %written ]
  %at = phi i64 [ 0, %entry ], [ %at.next, %written ]
  %more = icmp slt i64 %i, %n
  br i1 %more, label %read, label %end
read:
  %next = call { i32, i64 } @mm.utf16_next(i8* %text, i64 %i, i64 %n)
  %point = extractvalue { i32, i64 } %next, 0
  %after = extractvalue { i32, i64 } %next, 1
  %size = call i64 @mm.utf8_size(i32 %point)
  %at.next = add i64 %at, %size
  %ascii = icmp ult i32 %point, 128
  br i1 %ascii, label %single, label %long
single:
  %byte = trunc i32 %point to i8
  call void @mm.store.i8(i8* %out, i64 %at, i8 %byte)
  br label %written
long:
  ; The last bytes first, six bits each; what is left goes into the first byte under its mark.
  %rest.0 = phi i32 [ %point, %read ], [ %rest.1, %long ]
  %place = phi i64 [ %at.next, %read ], [ %place.1, %long ]
  %place.1 = sub i64 %place, 1
  %bits = and i32 %rest.0, 63
  %tail = or i32 %bits, 128
  %tail.8 = trunc i32 %tail to i8
  call void @mm.store.i8(i8* %out, i64 %place.1, i8 %tail.8)
  %rest.1 = lshr i32 %rest.0, 6
  %before = sub i64 %place.1, 1
  %is.first = icmp eq i64 %before, %at
  br i1 %is.first, label %lead, label %long
lead:
  %is.2 = icmp eq i64 %size, 2
  %is.3 = icmp eq i64 %size, 3
  %mark.34 = select i1 %is.3, i32 224, i32 240
  %mark = select i1 %is.2, i32 192, i32 %mark.34
  %head = or i32 %rest.1, %mark
  %head.8 = trunc i32 %head to i8
  call void @mm.store.i8(i8* %out, i64 %at, i8 %head.8)
  br label %written
written:
  br label %loop
end:
  ret void
}

; rffi.str2charp: %nul.site for U+0000 inside, %memory.site for no memory.
define internal i8* @mm.str2charp(i8* %env, i8* %nul.site, i8* %memory.site, i8* %text, i64 %n) noinline {
  %bytes = call i64 @mm.utf8_length(i8* %text, i64 %n)
  %has.nul = icmp slt i64 %bytes, 0
  br i1 %has.nul, label %bad, label %allocate, !prof !8
bad:
  call void @mm.raise(i8* %env, i8* %nul.site, double 0.0, double 0.0)
  unreachable
allocate:
  %with.nul = add i64 %bytes, 1
  %out = call i8* @mm.malloc(i8* %env, i8* %memory.site, i64 %with.nul, i1 false)
  call void @mm.utf8_write(i8* %text, i64 %n, i8* %out)
  call void @mm.store.i8(i8* %out, i64 %bytes, i8 0)
  ret i8* %out
}

; ---- UTF-8 to UTF-16 (WHATWG Encoding, "UTF-8 decoder") ----

; The code point that starts at byte %i of %n, and the index after it. Of an ill-formed sequence the longest part that
; begins a well-formed one, or else one byte, is U+FFFD.
define internal { i32, i64 } @mm.utf8_next(i8* %text, i64 %i, i64 %n) alwaysinline nounwind readonly {
  %first.8 = call i8 @mm.load.i8(i8* %text, i64 %i)
  %first = zext i8 %first.8 to i32
  %after = add i64 %i, 1
  %ascii = icmp ult i32 %first, 128
  br i1 %ascii, label %single, label %lead
single:
  %single.0 = insertvalue { i32, i64 } undef, i32 %first, 0
  %single.1 = insertvalue { i32, i64 } %single.0, i64 %after, 1
  ret { i32, i64 } %single.1
lead:
  ; C2…DF, E0…EF, F0…F4 begin sequences of 2, 3, 4 bytes.
  %from.c2 = sub i32 %first, 194
  %is.2 = icmp ult i32 %from.c2, 30
  %from.e0 = sub i32 %first, 224
  %is.3 = icmp ult i32 %from.e0, 16
  %from.f0 = sub i32 %first, 240
  %is.4 = icmp ult i32 %from.f0, 5
  %needs.4 = select i1 %is.4, i32 3, i32 0
  %needs.34 = select i1 %is.3, i32 2, i32 %needs.4
  %needs = select i1 %is.2, i32 1, i32 %needs.34
  ; Well-formed, the first byte's bits are what is left of it below its mark.
  %bits.2 = and i32 %first, 31
  %bits.34 = and i32 %first, 15
  %bits = select i1 %is.2, i32 %bits.2, i32 %bits.34
  ; The second byte's range excludes overlong forms, surrogates and what lies above U+10FFFF.
  %is.e0 = icmp eq i32 %first, 224
  %is.f0 = icmp eq i32 %first, 240
  %is.ed = icmp eq i32 %first, 237
  %is.f4 = icmp eq i32 %first, 244
  %low.f0 = select i1 %is.f0, i32 144, i32 128
  %low = select i1 %is.e0, i32 160, i32 %low.f0
  %high.f4 = select i1 %is.f4, i32 143, i32 191
  %high = select i1 %is.ed, i32 159, i32 %high.f4
  %none = icmp eq i32 %needs, 0
  br i1 %none, label %bad, label %loop
loop:
  %at = phi i64 [ %after, %lead ], [ %at.next, %take ]
  %left = phi i32 [ %needs, %lead ], [ %left.next, %take ]
  %point = phi i32 [ %bits, %lead ], [ %point.next, %take ]
  %lower = phi i32 [ %low, %lead ], [ 128, %take ]
  %upper = phi i32 [ %high, %lead ], [ 191, %take ]
  %ended = icmp sge i64 %at, %n
  br i1 %ended, label %bad, label %read
read:
  %byte.8 = call i8 @mm.load.i8(i8* %text, i64 %at)
  %byte = zext i8 %byte.8 to i32
  %not.below = icmp uge i32 %byte, %lower
  %not.above = icmp ule i32 %byte, %upper
  %continues = and i1 %not.below, %not.above
  br i1 %continues, label %take, label %bad
take:
  %six = and i32 %byte, 63
  %shifted = shl i32 %point, 6
  %point.next = or i32 %shifted, %six
  %at.next = add i64 %at, 1
  %left.next = sub i32 %left, 1
  %complete = icmp eq i32 %left.next, 0
  br i1 %complete, label %good, label %loop
good:
  %good.0 = insertvalue { i32, i64 } undef, i32 %point.next, 0
  %good.1 = insertvalue { i32, i64 } %good.0, i64 %at.next, 1
  ret { i32, i64 } %good.1
bad:
  %bad.at = phi i64 [ %after, %lead ], [ %at, %loop ], [ %at, %read ]
  %bad.0 = insertvalue { i32, i64 } undef, i32 65533, 0
  %bad.1 = insertvalue { i32, i64 } %bad.0, i64 %bad.at, 1
  ret { i32, i64 } %bad.1
}

; rffi.charpsize2str, in scratch memory.
define internal { i8*, i64 } @mm.charpsize2str(i8* %env, i8* %site, i8* %text, i64 %n) noinline {
entry:
  ; A byte gives one code unit at most.
  %room = shl i64 %n, 1
  %out = call i8* @mm.scratch_alloc(i8* %env, i8* %site, i64 %room)
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %after, %single ], [ %after, %pair ]
  %units = phi i64 [ 0, %entry ], [ %units.1, %single ], [ %units.2, %pair ]
  %more = icmp slt i64 %i, %n
  br i1 %more, label %read, label %end
read:
  %next = call { i32, i64 } @mm.utf8_next(i8* %text, i64 %i, i64 %n)
  %point = extractvalue { i32, i64 } %next, 0
  %after = extractvalue { i32, i64 } %next, 1
  %offset = shl i64 %units, 1
  %basic = icmp ult i32 %point, 65536
  br i1 %basic, label %single, label %pair
single:
  %unit = trunc i32 %point to i16
  call void @mm.store.i16(i8* %out, i64 %offset, i16 %unit)
  %units.1 = add i64 %units, 1
  br label %loop
pair:
  %beyond = sub i32 %point, 65536
  %high.bits = lshr i32 %beyond, 10
  %high.32 = or i32 %high.bits, 55296
  %high = trunc i32 %high.32 to i16
  %low.bits = and i32 %beyond, 1023
  %low.32 = or i32 %low.bits, 56320
  %low = trunc i32 %low.32 to i16
  call void @mm.store.i16(i8* %out, i64 %offset, i16 %high)
  %offset.2 = add i64 %offset, 2
  call void @mm.store.i16(i8* %out, i64 %offset.2, i16 %low)
  %units.2 = add i64 %units, 2
  br label %loop
end:
  %result.0 = insertvalue { i8*, i64 } undef, i8* %out, 0
  %result.1 = insertvalue { i8*, i64 } %result.0, i64 %units, 1
  ret { i8*, i64 } %result.1
}

; rffi.charp2str.
define internal { i8*, i64 } @mm.charp2str(i8* %env, i8* %site, i8* %text) {
  %n = call i64 @strlen(i8* %text)
  %result = call { i8*, i64 } @mm.charpsize2str(i8* %env, i8* %site, i8* %text, i64 %n)
  ret { i8*, i64 } %result
}

; ---- strings in module-level variables: each in a block of its own ----

define internal i8* @mm.string_retain(i8* %env, i8* %text, i64 %n, i8* %old) nounwind noinline {
  call void @mm.string_release(i8* %env, i8* %old)
  %absent = icmp eq i8* %text, null
  br i1 %absent, label %none, label %copy
none:
  ret i8* null
copy:
  %bytes = shl i64 %n, 1
  %total = add i64 %bytes, 16
  %memory = call i8* @malloc(i64 %total)
  %failed = icmp eq i8* %memory, null
  br i1 %failed, label %lost, label %fill, !prof !8
lost:
  call void @abort()
  unreachable
fill:
  %block = bitcast i8* %memory to %mm.block*
  %room = getelementptr %mm.block, %mm.block* %block, i64 0, i32 1
  store i64 %bytes, i64* %room, !tbaa !4
  %start.b = getelementptr %mm.block, %mm.block* %block, i64 1
  %start = bitcast %mm.block* %start.b to i8*
  call void @mm.copy(i8* %text, i8* %start, i64 %bytes)
  ret i8* %start
}

; Frees a retained string (or null) when the outermost call from the host returns: the call may still use it.
define internal void @mm.string_release(i8* %env, i8* %text) nounwind {
  %absent = icmp eq i8* %text, null
  br i1 %absent, label %done, label %retire
retire:
  %after = bitcast i8* %text to %mm.block*
  %block = getelementptr %mm.block, %mm.block* %after, i64 -1
  call void @mm.retire(i8* %env, %mm.block* %block)
  br label %done
done:
  ret void
}
