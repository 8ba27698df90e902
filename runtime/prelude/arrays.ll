; Arrays `T[]`. Their alias classes stand in objects.ll.

; ---- arrays: header, storage, length; the storage: header, u32 capacity, 4 bytes free, items from byte 16 on ----

define internal i64 @mm.array.length(i8* %array) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %array, i64 16
  %p = bitcast i8* %at to i64*
  %length = load i64, i64* %p, align 8, !tbaa !23, !range !28
  ret i64 %length
}

define internal void @mm.array.set_length(i8* %array, i64 %length) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %array, i64 16
  %p = bitcast i8* %at to i64*
  store i64 %length, i64* %p, align 8, !tbaa !23
  ret void
}

define internal i8* @mm.array.storage(i8* %array) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %array, i64 8
  %p = bitcast i8* %at to i8**
  %storage = load i8*, i8** %p, align 8, !tbaa !25
  ret i8* %storage
}

define internal i64 @mm.array.capacity(i8* %array) alwaysinline nounwind readonly {
  %storage = call i8* @mm.array.storage(i8* %array)
  %at = getelementptr inbounds i8, i8* %storage, i64 8
  %p = bitcast i8* %at to i32*
  %capacity = load i32, i32* %p, align 8, !tbaa !30
  %wide = zext i32 %capacity to i64
  ret i64 %wide
}

; The address of an item, or of a part of it.
define internal i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %storage = call i8* @mm.array.storage(i8* %array)
  %distance = mul nsw i64 %index, %bytes
  %items = getelementptr inbounds i8, i8* %storage, i64 16
  %item = getelementptr inbounds i8, i8* %items, i64 %distance
  %at = getelementptr inbounds i8, i8* %item, i64 %offset
  ret i8* %at
}

define internal i8* @mm.array.new(i8* %env, i64 %length, i64 %bytes, i32 %type) {
  %empty = icmp eq i64 %length, 0
  br i1 %empty, label %none, label %some
none:
  br label %make
some:
  %items = call i8* @mm.gc_alloc_items(i8* %env, i64 %length, i64 %bytes, i32 %type)
  br label %make
make:
  %storage = phi i8* [ bitcast ({ i32, i32, i32, i32 }* @mm.no_items to i8*), %none ], [ %items, %some ]
  %array = call i8* @mm.gc_alloc(i8* %env, i64 24, i32 512)
  %at = getelementptr inbounds i8, i8* %array, i64 8
  %p = bitcast i8* %at to i8**
  store i8* %storage, i8** %p, align 8, !tbaa !25
  call void @mm.array.set_length(i8* %array, i64 %length)
  ret i8* %array
}

; Room for %wanted items.
define internal void @mm.array.reserve(i8* %env, i8* %array, i64 %wanted, i64 %bytes, i32 %type) alwaysinline {
  %capacity = call i64 @mm.array.capacity(i8* %array)
  %enough = icmp uge i64 %capacity, %wanted
  br i1 %enough, label %done, label %grow, !prof !7
grow:
  call void @mm.array.grow(i8* %env, i8* %array, i64 %wanted, i64 %bytes, i32 %type)
  br label %done
done:
  ret void
}

; To one and a half of the capacity at least, and 4 items, so that appending takes constant time on average.
define internal void @mm.array.grow(i8* %env, i8* %array, i64 %wanted, i64 %bytes, i32 %type) noinline {
  %capacity = call i64 @mm.array.capacity(i8* %array)
  %half = lshr i64 %capacity, 1
  %more = add i64 %capacity, %half
  %some = add i64 %more, 4
  %larger = icmp ugt i64 %some, %wanted
  %count = select i1 %larger, i64 %some, i64 %wanted
  %new = call i8* @mm.gc_alloc_items(i8* %env, i64 %count, i64 %bytes, i32 %type)
  %old = call i8* @mm.array.storage(i8* %array)
  %length = call i64 @mm.array.length(i8* %array)
  %size = mul i64 %length, %bytes
  %from = getelementptr inbounds i8, i8* %old, i64 16
  %to = getelementptr inbounds i8, i8* %new, i64 16
  call void @llvm.memcpy.p0i8.p0i8.i64(i8* %to, i8* %from, i64 %size, i1 false)
  call void @mm.gc_barrier_grown(i8* %env, i8* %old, i8* %new)
  call void @mm.gc_barrier(i8* %env, i8* %array)
  %at = getelementptr inbounds i8, i8* %array, i64 8
  %p = bitcast i8* %at to i8**
  store i8* %new, i8** %p, align 8, !tbaa !25
  ret void
}

; Shorter: the items that fall off become zero, so that the collector does not keep what they refer to.
define internal void @mm.array.shorten(i8* %array, i64 %length, i64 %bytes) nounwind {
  %old = call i64 @mm.array.length(i8* %array)
  %less = sub i64 %old, %length
  %shorter = icmp sgt i64 %less, 0
  br i1 %shorter, label %clear, label %set
clear:
  %from = call i8* @mm.array.item(i8* %array, i64 %length, i64 %bytes, i64 0)
  %size = mul i64 %less, %bytes
  call void @llvm.memset.p0i8.i64(i8* %from, i8 0, i64 %size, i1 false)
  br label %set
set:
  call void @mm.array.set_length(i8* %array, i64 %length)
  ret void
}

; As memmove: %count items from item %first of %from to item %at of %to.
define internal void @mm.items.copy(i8* %to, i64 %at, i8* %from, i64 %first, i64 %count, i64 %bytes) alwaysinline nounwind {
  %target = call i8* @mm.array.item(i8* %to, i64 %at, i64 %bytes, i64 0)
  %source = call i8* @mm.array.item(i8* %from, i64 %first, i64 %bytes, i64 0)
  %size = mul i64 %count, %bytes
  call void @llvm.memmove.p0i8.p0i8.i64(i8* %target, i8* %source, i64 %size, i1 false)
  ret void
}
define internal void @mm.items.copy.traced(i8* %env, i8* %to, i64 %at, i8* %from, i64 %first, i64 %count, i64 %bytes) alwaysinline nounwind {
  %storage = call i8* @mm.array.storage(i8* %to)
  call void @mm.gc_barrier(i8* %env, i8* %storage)
  call void @mm.items.copy(i8* %to, i64 %at, i8* %from, i64 %first, i64 %count, i64 %bytes)
  ret void
}

; ---- items: index, bytes of an item, offset of the part ----

define internal i8 @mm.item.load.i8(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i8*
  %value = load i8, i8* %p, align 1, !tbaa !46
  ret i8 %value
}
define internal void @mm.item.store.i8(i8* %array, i64 %index, i64 %bytes, i64 %offset, i8 %value) alwaysinline nounwind {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i8*
  store i8 %value, i8* %p, align 1, !tbaa !46
  ret void
}
define internal i16 @mm.item.load.i16(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i16*
  %value = load i16, i16* %p, align 2, !tbaa !48
  ret i16 %value
}
define internal void @mm.item.store.i16(i8* %array, i64 %index, i64 %bytes, i64 %offset, i16 %value) alwaysinline nounwind {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i16*
  store i16 %value, i16* %p, align 2, !tbaa !48
  ret void
}
define internal i32 @mm.item.load.i32(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i32*
  %value = load i32, i32* %p, align 4, !tbaa !50
  ret i32 %value
}
define internal void @mm.item.store.i32(i8* %array, i64 %index, i64 %bytes, i64 %offset, i32 %value) alwaysinline nounwind {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i32*
  store i32 %value, i32* %p, align 4, !tbaa !50
  ret void
}
define internal i64 @mm.item.load.i64(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i64*
  %value = load i64, i64* %p, align 8, !tbaa !52
  ret i64 %value
}
define internal void @mm.item.store.i64(i8* %array, i64 %index, i64 %bytes, i64 %offset, i64 %value) alwaysinline nounwind {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i64*
  store i64 %value, i64* %p, align 8, !tbaa !52
  ret void
}
define internal i8* @mm.item.load.address(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 8, !tbaa !52
  ret i8* %value
}
define internal void @mm.item.store.address(i8* %array, i64 %index, i64 %bytes, i64 %offset, i8* %value) alwaysinline nounwind {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 8, !tbaa !52
  ret void
}
define internal float @mm.item.load.f32(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to float*
  %value = load float, float* %p, align 4, !tbaa !54
  ret float %value
}
define internal void @mm.item.store.f32(i8* %array, i64 %index, i64 %bytes, i64 %offset, float %value) alwaysinline nounwind {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to float*
  store float %value, float* %p, align 4, !tbaa !54
  ret void
}
define internal double @mm.item.load.f64(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to double*
  %value = load double, double* %p, align 8, !tbaa !56
  ret double %value
}
define internal void @mm.item.store.f64(i8* %array, i64 %index, i64 %bytes, i64 %offset, double %value) alwaysinline nounwind {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to double*
  store double %value, double* %p, align 8, !tbaa !56
  ret void
}
define internal i8* @mm.item.load.reference(i8* %array, i64 %index, i64 %bytes, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 8, !tbaa !58
  ret i8* %value
}
define internal void @mm.item.store.reference(i8* %env, i8* %array, i64 %index, i64 %bytes, i64 %offset, i8* %value) alwaysinline nounwind {
  %storage = call i8* @mm.array.storage(i8* %array)
  %at = call i8* @mm.array.item(i8* %array, i64 %index, i64 %bytes, i64 %offset)
  call void @mm.gc_barrier_item(i8* %env, i8* %storage, i8* %at, i8* %value)
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 8, !tbaa !58
  ret void
}
