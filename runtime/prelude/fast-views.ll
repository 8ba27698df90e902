; Typed arrays in the fast lane: what an argument views, read from V8's objects. An address of theirs is tagged by 1. Offsets are those of
; V8 11 and 12, to which V8 13 and 14 have added a word before the fields of their own (docs/decisions/fast-calls.md).

; Of each napi_typedarray_type: the word of its objects' map with instance type and kind of elements; 0: not learnt, no object has it.
; The same for all threads of a process.
@mm.fast.keys = internal global [11 x i32] zeroinitializer
; The bytes added.
@mm.fast.shift = internal global i64 0

; Of each napi_typedarray_type: an element has so many times doubled one byte.
@mm.fast.scales = internal constant [11 x i8] [i8 0, i8 0, i8 0, i8 1, i8 1, i8 2, i8 2, i8 2, i8 3, i8 3, i8 3]

declare i32 @napi_get_value_uint32(i8*, i8*, i32*) nounwind

; The address of the object that a `Local` refers to; null for a small integer.
define internal i8* @mm.fast.object(i8* %local) alwaysinline nounwind readonly {
  %slot = bitcast i8* %local to i64*
  %tagged = load i64, i64* %slot
  %tag = and i64 %tagged, 1
  %is.object = icmp ne i64 %tag, 0
  %address = sub i64 %tagged, 1
  %object = inttoptr i64 %address to i8*
  %result = select i1 %is.object, i8* %object, i8* null
  ret i8* %result
}

define internal i64 @mm.fast.word(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %field.8 = getelementptr i8, i8* %object, i64 %offset
  %field = bitcast i8* %field.8 to i64*
  %word = load i64, i64* %field
  ret i64 %word
}

; Of the map: the instance type, and from the last byte the kind of elements.
define internal i32 @mm.fast.key(i8* %object) alwaysinline nounwind readonly {
  %map.tagged = call i64 @mm.fast.word(i8* %object, i64 0)
  %map = inttoptr i64 %map.tagged to i8*
  %field.8 = getelementptr i8, i8* %map, i64 11
  %field = bitcast i8* %field.8 to i32*
  %word = load i32, i32* %field, align 1
  %key = and i32 %word, -67043329
  ret i32 %key
}

; Address and length of a typed array of that napi_typedarray_type, if its memory is outside of V8's heap, this thread's alone, attached,
; and of one size; else the last is false. So it is memory that Node-API would give too.
define internal { i8*, i64, i1 } @mm.fast.view(i8* %local, i32 %type) alwaysinline nounwind {
  %object = call i8* @mm.fast.object(i8* %local)
  %small = icmp eq i8* %object, null
  br i1 %small, label %refuse, label %look, !prof !8
look:
  %key = call i32 @mm.fast.key(i8* %object)
  %slot = getelementptr [11 x i32], [11 x i32]* @mm.fast.keys, i64 0, i32 %type
  %wanted = load i32, i32* %slot
  %same = icmp eq i32 %key, %wanted
  br i1 %same, label %read, label %refuse, !prof !7
read:
  %shift = load i64, i64* @mm.fast.shift
  %own = getelementptr i8, i8* %object, i64 %shift
  %buffer.tagged = call i64 @mm.fast.word(i8* %own, i64 24)
  ; Of bytes: V8 14 has no other one. A field before it has moved too since V8 13.
  %moved = getelementptr i8, i8* %own, i64 %shift
  %bytes = call i64 @mm.fast.word(i8* %moved, i64 40)
  %scale.slot = getelementptr [11 x i8], [11 x i8]* @mm.fast.scales, i64 0, i32 %type
  %scale.8 = load i8, i8* %scale.slot
  %scale = zext i8 %scale.8 to i64
  %length = lshr i64 %bytes, %scale
  %external = call i64 @mm.fast.word(i8* %own, i64 64)
  %base = call i64 @mm.fast.word(i8* %own, i64 72)
  %buffer.at = add i64 %buffer.tagged, %shift
  %buffer = inttoptr i64 %buffer.at to i8*
  %bits.8 = getelementptr i8, i8* %buffer, i64 63
  %bits.p = bitcast i8* %bits.8 to i32*
  %bits = load i32, i32* %bits.p, align 1
  ; Bit 2: detached, 3: of asm.js, 4: shared, 5: resizable.
  %odd = and i32 %bits, 60
  %plain = icmp eq i32 %odd, 0
  %outside = icmp eq i64 %base, 0
  %ok = and i1 %plain, %outside
  %data = inttoptr i64 %external to i8*
  %r.0 = insertvalue { i8*, i64, i1 } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64, i1 } %r.0, i64 %length, 1
  %r.2 = insertvalue { i8*, i64, i1 } %r.1, i1 %ok, 2
  ret { i8*, i64, i1 } %r.2
refuse:
  ret { i8*, i64, i1 } { i8* null, i64 0, i1 false }
}

; learn(view, type, shift): that the map of this view is one of the type. look(view, type): 0 it is refused, 1 it is read as Node-API reads
; it, 2 in another way. A type of 11 is none.
define internal i8* @mm.fast.learn(i8* %napi, i8* %info) nounwind {
  %values = alloca [3 x i8*]
  %type.slot = alloca i32
  %shift.slot = alloca i32
  %p.0 = getelementptr [3 x i8*], [3 x i8*]* %values, i64 0, i64 0
  %p.1 = getelementptr [3 x i8*], [3 x i8*]* %values, i64 0, i64 1
  %p.2 = getelementptr [3 x i8*], [3 x i8*]* %values, i64 0, i64 2
  %unused = call i8* @mm.enter(i8* %napi, i8* %info, i64 3, i8** %p.0)
  %view = load i8*, i8** %p.0
  %type.value = load i8*, i8** %p.1
  %shift.value = load i8*, i8** %p.2
  %status.1 = call i32 @napi_get_value_uint32(i8* %napi, i8* %type.value, i32* %type.slot)
  %status.2 = call i32 @napi_get_value_uint32(i8* %napi, i8* %shift.value, i32* %shift.slot)
  %type = load i32, i32* %type.slot
  %shift = load i32, i32* %shift.slot
  %shift.64 = zext i32 %shift to i64
  store i64 %shift.64, i64* @mm.fast.shift
  %slot = getelementptr [11 x i32], [11 x i32]* @mm.fast.keys, i64 0, i32 %type
  %object = call i8* @mm.fast.object(i8* %view)
  %none = icmp eq i8* %object, null
  br i1 %none, label %forget, label %keep
forget:
  store i32 0, i32* %slot
  ret i8* null
keep:
  %key = call i32 @mm.fast.key(i8* %object)
  store i32 %key, i32* %slot
  ret i8* null
}

define internal i8* @mm.fast.look(i8* %napi, i8* %info) nounwind {
  %values = alloca [2 x i8*]
  %type.slot = alloca i32
  %length.slot = alloca i64
  %data.slot = alloca i8*
  %p.0 = getelementptr [2 x i8*], [2 x i8*]* %values, i64 0, i64 0
  %p.1 = getelementptr [2 x i8*], [2 x i8*]* %values, i64 0, i64 1
  %unused = call i8* @mm.enter(i8* %napi, i8* %info, i64 2, i8** %p.0)
  %view = load i8*, i8** %p.0
  %type.value = load i8*, i8** %p.1
  %status.1 = call i32 @napi_get_value_uint32(i8* %napi, i8* %type.value, i32* %type.slot)
  %type = load i32, i32* %type.slot
  %seen = call { i8*, i64, i1 } @mm.fast.view(i8* %view, i32 %type)
  %taken = extractvalue { i8*, i64, i1 } %seen, 2
  br i1 %taken, label %compare, label %refused
compare:
  %status = call i32 @napi_get_typedarray_info(i8* %napi, i8* %view, i32* null, i64* %length.slot, i8** %data.slot, i8** null, i64* null)
  %length = load i64, i64* %length.slot
  %data = load i8*, i8** %data.slot
  %seen.data = extractvalue { i8*, i64, i1 } %seen, 0
  %seen.length = extractvalue { i8*, i64, i1 } %seen, 1
  %same.data = icmp eq i8* %data, %seen.data
  %same.length = icmp eq i64 %length, %seen.length
  %is.view = icmp eq i32 %status, 0
  %both = and i1 %same.data, %same.length
  %all = and i1 %both, %is.view
  %answer = select i1 %all, i32 1, i32 2
  br label %done
refused:
  br label %done
done:
  %number = phi i32 [ %answer, %compare ], [ 0, %refused ]
  %result = call i8* @mm.result.i32(i8* %napi, i32 %number)
  ret i8* %result
}
