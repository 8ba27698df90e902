; The heap as compiled code sees it: inline allocation, the write barrier, and the way into the collector of the runtime
; core (runtime/core/gc/, linked in where a module asks for a function of this file). Addresses are i64 in the core.
;
; For the compiler:
;   void @mm.heap_open(i8* env, i8* descriptor_table, i8* root_offsets, i64 root_count)
;       when the module is loaded, after mm.open. root_offsets: i32s, bytes behind the environment's structure (as mm.global
;       takes them) of the module-level variables that hold a reference. Takes no memory but the heap's own record.
;   void @mm.heap_close(i8* env)                  before mm.close. The registration emits it, and
;       heap_enter and heap_leave for wrappers and module-level code, where the unit has asked for a function of the heap.
;   i8*  @mm.heap_enter(i8* env)                  first thing in everything that the host calls, and
;   void @mm.heap_leave(i8* env, i8* entered)     last thing, on every way out, with what heap_enter gave
;   i8*  @mm.gc_alloc(i8* env, i64 size, i32 type)
;       size: at least 16, a multiple of 8. Zeroed behind the header. Raises RangeError: call it as a raising function.
;   i8*  @mm.gc_alloc_items(i8* env, i64 count, i64 item_size, i32 type)
;       of a variable kind whose items begin at 16; its count is stored. Raises RangeError for any count that cannot be.
;   void @mm.gc_barrier(i8* env, i8* object)      after a reference has been stored into the object
;       None is needed after a store into a new object, with no other allocation between, but for arrays of 256 KiB and more
;   void @mm.gc_barrier_item(i8* env, i8* object, i8* slot, i8* value)
;       the same where it is known which reference into which slot of it: of a large array only that one is looked at then
;   i64  @mm.gc_handle_new(i8* env, i8* object) · i8* @mm.gc_handle_get(i8* env, i64 handle) · void @mm.gc_handle_free(i8* env, i64 handle)
;   void @mm.gc_register_finalizer(i8* env, i8* object, i8* function, i8* data)
;       function: void (i8* data, i8* env), called when the object has been found dead
;   void @mm.gc_outside_kept(i8* env, i64 bytes)  an object has been made that keeps memory outside of the heap; may collect
;   void @mm.gc_collect(i8* env, i1 major)
;   i64  @mm.gc_verify(i8* env)                   number of what is wrong with the heap
;   i64  @mm.gc_statistic(i8* env, i64 which)     see runtime/core/gc/statistics.ts
; Everything that may collect keeps alive what the native stack and the callee-saved registers refer to, and leaves it where
; it is; pointers into the middle of an object count.

declare i64 @mm.core.heap_new(i8*, i64, i64, i64, i64)
declare void @mm.core.heap_free(i8*, i64)
declare i64 @mm.core.alloc_slow(i8*, i64, i64, i32, i64)
declare void @mm.core.remember(i8*, i64, i64)
declare void @mm.core.remember_slots(i8*, i64, i64) nounwind
declare void @mm.core.array_grown(i8*, i64, i64, i64) nounwind
declare void @mm.core.collect(i8*, i64, i1, i64)
declare void @mm.core.outside_kept(i8*, i64, i64, i64)
declare i64 @mm.core.handle_new(i8*, i64, i64)
declare i64 @mm.core.handle_get(i8*, i64, i64)
declare void @mm.core.handle_free(i8*, i64, i64)
declare i1 @mm.core.register_finalizer(i8*, i64, i64, i64, i64)
declare i64 @mm.core.verify(i8*, i64)
declare i64 @mm.core.statistic(i8*, i64, i64)

declare i8* @llvm.addressofreturnaddress.p0i8() nounwind readnone
declare i64 @llvm.ctlz.i64(i64, i1) nounwind readnone
declare i64 @llvm.cttz.i64(i64, i1) nounwind readnone
declare void @llvm.prefetch.p0i8(i8*, i32, i32, i32) nounwind

@mm.site.out_of_memory = private unnamed_addr constant <{ i32, [31 x i8] }> <{ i32 31, [31 x i8] c"RangeError\0A<heap>\0Aout of memory" }>, align 4
@mm.site.array_length = private unnamed_addr constant <{ i32, [38 x i8] }> <{ i32 38, [38 x i8] c"RangeError\0A<heap>\0AInvalid array length" }>, align 4

; ---- the environment's fields ----

define internal i64 @mm.heap_address(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 16
  %heap = load i8*, i8** %slot, !tbaa !4
  %heap.i = ptrtoint i8* %heap to i64
  ret i64 %heap.i
}

define internal i64 @mm.nursery_next(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 14
  %next = load i8*, i8** %slot, !tbaa !4
  %next.i = ptrtoint i8* %next to i64
  ret i64 %next.i
}

define internal void @mm.nursery_set(i8* %env, i64 %next, i64 %limit) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %next.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 14
  %limit.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 15
  %next.p = inttoptr i64 %next to i8*
  %limit.p = inttoptr i64 %limit to i8*
  store i8* %next.p, i8** %next.slot, !tbaa !4
  store i8* %limit.p, i8** %limit.slot, !tbaa !4
  ret void
}

define internal i64 @mm.stack_base(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 17
  %base = load i8*, i8** %slot, !tbaa !4
  %base.i = ptrtoint i8* %base to i64
  ret i64 %base.i
}

; Counts the outermost calls of the host from 1.
define internal i64 @mm.current_call(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 19
  %call = load i64, i64* %slot, !tbaa !4
  ret i64 %call
}

; ---- a module's life, and calls of the host ----

define internal void @mm.heap_open(i8* %env, i8* %table, i8* %roots, i64 %count) noinline {
  %globals = call i8* @mm.global(i8* %env, i64 0)
  %table.i = ptrtoint i8* %table to i64
  %roots.i = ptrtoint i8* %roots to i64
  %globals.i = ptrtoint i8* %globals to i64
  %heap.i = call i64 @mm.core.heap_new(i8* %env, i64 %table.i, i64 %roots.i, i64 %count, i64 %globals.i)
  %heap = inttoptr i64 %heap.i to i8*
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 16
  store i8* %heap, i8** %slot, !tbaa !4
  ret void
}

define internal void @mm.heap_close(i8* %env) nounwind noinline {
  %heap = call i64 @mm.heap_address(i8* %env)
  %none = icmp eq i64 %heap, 0
  br i1 %none, label %done, label %free
free:
  call void @mm.core.heap_free(i8* %env, i64 %heap)
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 16
  store i8* null, i8** %slot, !tbaa !4
  call void @mm.nursery_set(i8* %env, i64 0, i64 0)
  br label %done
done:
  ret void
}

; The whole frame of the caller counts as stack to be scanned. Within a call of the host's inside of another one of ours the
; outer one's stack stays in use.
define internal i8* @mm.heap_enter(i8* %env) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 17
  %outer = load i8*, i8** %slot, !tbaa !4
  %here = call i8* @llvm.addressofreturnaddress.p0i8()
  %outermost = icmp eq i8* %outer, null
  %base = select i1 %outermost, i8* %here, i8* %outer
  store i8* %base, i8** %slot, !tbaa !4
  %calls.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 19
  %calls = load i64, i64* %calls.slot, !tbaa !4
  %one = zext i1 %outermost to i64
  %calls.now = add i64 %calls, %one
  store i64 %calls.now, i64* %calls.slot, !tbaa !4
  ret i8* %outer
}

define internal void @mm.heap_leave(i8* %env, i8* %entered) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 17
  store i8* %entered, i8** %slot, !tbaa !4
  ret void
}

; ---- allocation ----

; Objects above 8 KiB are no matter of the nursery.
define internal i8* @mm.gc_alloc(i8* %env, i64 %size, i32 %type) alwaysinline {
  %header = bitcast i8* %env to %mm.env*
  %next.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 14
  %limit.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 15
  %next = load i8*, i8** %next.slot, !tbaa !4
  %limit = load i8*, i8** %limit.slot, !tbaa !4
  %after = getelementptr i8, i8* %next, i64 %size
  %within = icmp ule i8* %after, %limit
  %small = icmp ule i64 %size, 8192
  %fits = and i1 %within, %small
  br i1 %fits, label %bump, label %slow, !prof !7
bump:
  store i8* %after, i8** %next.slot, !tbaa !4
  %word.slot = bitcast i8* %next to i64*
  %word = zext i32 %type to i64
  store i64 %word, i64* %word.slot, align 8, !tbaa !10
  ret i8* %next
slow:
  %object = call i8* @mm.gc_alloc_slow(i8* %env, i64 %size, i32 %type)
  ret i8* %object
}

; A collection leaves every object where it is whose address compiled code holds, and every slot that it has loaded as it was;
; so for the optimiser it writes nothing but the environment, and what was loaded before need not be loaded again. A store that
; is moved behind the call is right too: the stored object's address is in a register or on the stack meanwhile, and what
; survives is old. Headers may change: so the result is not said to be `noalias`, which would except those of new objects.
; `save_registers` makes this function save every callee-saved register, so that they lie between the stack pointer, which the
; collector is given, and the stack's base.
define internal i8* @mm.gc_alloc_slow(i8* %env, i64 %size, i32 %type) noinline cold inaccessiblemem_or_argmemonly {
  call void @mm.machine.save_registers()
  %heap = call i64 @mm.heap_address(i8* %env)
  %sp = call i64 @llvm.read_register.i64(metadata !6)
  %address = call i64 @mm.core.alloc_slow(i8* %env, i64 %heap, i64 %size, i32 %type, i64 %sp)
  %failed = icmp eq i64 %address, 0
  br i1 %failed, label %exhausted, label %made, !prof !8
exhausted:
  %site = bitcast <{ i32, [31 x i8] }>* @mm.site.out_of_memory to i8*
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
made:
  ; The core has set what it keeps of the header.
  %type.slot = inttoptr i64 %address to i32*
  store i32 %type, i32* %type.slot, align 8, !tbaa !10
  %object = inttoptr i64 %address to i8*
  ret i8* %object
}

define internal i8* @mm.gc_alloc_items(i8* %env, i64 %count, i64 %item.size, i32 %type) alwaysinline {
  %possible = icmp ule i64 %count, 4294967295
  br i1 %possible, label %measure, label %absurd, !prof !7
absurd:
  call void @mm.gc_array_length(i8* %env)
  unreachable
measure:
  %bytes = mul nuw i64 %count, %item.size
  %padded = add nuw i64 %bytes, 23
  %size = and i64 %padded, -8
  %object = call i8* @mm.gc_alloc(i8* %env, i64 %size, i32 %type)
  %count.32 = trunc i64 %count to i32
  %count.slot.8 = getelementptr inbounds i8, i8* %object, i64 8
  %count.slot = bitcast i8* %count.slot.8 to i32*
  store i32 %count.32, i32* %count.slot, align 8, !tbaa !30
  ret i8* %object
}

define internal void @mm.gc_array_length(i8* %env) noreturn noinline cold {
  %site = bitcast <{ i32, [38 x i8] }>* @mm.site.array_length to i8*
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
}

; ---- references in old objects ----

define internal void @mm.gc_barrier(i8* %env, i8* %object) alwaysinline nounwind {
  %word.8 = getelementptr inbounds i8, i8* %object, i64 4
  %word.slot = bitcast i8* %word.8 to i32*
  %word = load i32, i32* %word.slot, align 4, !tbaa !10
  %bit = and i32 %word, 1
  %young = icmp eq i32 %bit, 0
  br i1 %young, label %done, label %remember, !prof !7
remember:
  call void @mm.gc_remember(i8* %env, i8* %object)
  br label %done
done:
  ret void
}

define internal void @mm.gc_barrier_item(i8* %env, i8* %object, i8* %slot, i8* %value) alwaysinline nounwind {
  %word.8 = getelementptr inbounds i8, i8* %object, i64 4
  %word.slot = bitcast i8* %word.8 to i32*
  %word = load i32, i32* %word.slot, align 4, !tbaa !10
  %bit = and i32 %word, 1
  %young = icmp eq i32 %bit, 0
  br i1 %young, label %done, label %look, !prof !7
look:
  %value.i = ptrtoint i8* %value to i64
  %nothing = icmp ule i64 %value.i, 1
  br i1 %nothing, label %done, label %ask, !prof !8
ask:
  %value.8 = getelementptr inbounds i8, i8* %value, i64 4
  %value.slot = bitcast i8* %value.8 to i32*
  %value.word = load i32, i32* %value.slot, align 4, !tbaa !10
  ; OLD or STATIC
  %lasting = and i32 %value.word, 6
  %is.young = icmp eq i32 %lasting, 0
  br i1 %is.young, label %remember, label %done
remember:
  call preserve_mostcc void @mm.gc_remember_item(i8* %env, i8* %object, i8* %slot)
  br label %done
done:
  ret void
}

; All items of an array have been copied to a new one.
define internal void @mm.gc_barrier_grown(i8* %env, i8* %from, i8* %to) alwaysinline nounwind {
  %word.8 = getelementptr inbounds i8, i8* %to, i64 4
  %word.slot = bitcast i8* %word.8 to i32*
  %word = load i32, i32* %word.slot, align 4, !tbaa !10
  %bit = and i32 %word, 1
  %short = icmp eq i32 %bit, 0
  br i1 %short, label %done, label %long, !prof !7
long:
  %heap = call i64 @mm.heap_address(i8* %env)
  %from.i = ptrtoint i8* %from to i64
  %to.i = ptrtoint i8* %to to i64
  call void @mm.core.array_grown(i8* %env, i64 %heap, i64 %from.i, i64 %to.i)
  br label %done
done:
  ret void
}

; A young object is stored into an old one, or into a long array. That stays not remembered: each such store sets the bit of its slot (see
; runtime/core/gc/slots.ts). The convention keeps the loops that store free of saved registers.
define internal preserve_mostcc void @mm.gc_remember_item(i8* %env, i8* %object, i8* %slot) nounwind noinline cold inaccessiblemem_or_argmemonly {
  %word.8 = getelementptr inbounds i8, i8* %object, i64 4
  %word.slot = bitcast i8* %word.8 to i32*
  %word = load i32, i32* %word.slot, align 4, !tbaa !10
  ; LARGE
  %large = and i32 %word, 16
  %is.small = icmp eq i32 %large, 0
  br i1 %is.small, label %whole, label %find, !prof !8
find:
  %slots.8 = getelementptr inbounds i8, i8* %object, i64 -8
  %slots.slot = bitcast i8* %slots.8 to i64*
  %slots = load i64, i64* %slots.slot, align 8, !tbaa !10
  %none = icmp eq i64 %slots, 0
  br i1 %none, label %whole, label %note, !prof !8
note:
  call preserve_mostcc void @mm.gc_note_slot(i8* %env, i8* %object, i8* %slot)
  ret void
whole:
  call preserve_mostcc void @mm.gc_remember_whole(i8* %env, i8* %object)
  ret void
}

; A function of its own, since it needs registers.
define internal preserve_mostcc void @mm.gc_note_slot(i8* %env, i8* %object, i8* %slot) nounwind noinline cold inaccessiblemem_or_argmemonly {
  %slots.8 = getelementptr inbounds i8, i8* %object, i64 -8
  %slots.slot = bitcast i8* %slots.8 to i64*
  %slots = load i64, i64* %slots.slot, align 8, !tbaa !10
  %slot.i = ptrtoint i8* %slot to i64
  %object.i = ptrtoint i8* %object to i64
  %distance = sub i64 %slot.i, %object.i
  %byte.index = lshr i64 %distance, 6
  %bits = and i64 %slots, -8
  %byte.i = add i64 %bits, %byte.index
  %byte.p = inttoptr i64 %byte.i to i8*
  %index = lshr i64 %distance, 3
  %index.8 = trunc i64 %index to i8
  %in.byte = and i8 %index.8, 7
  %mask = shl i8 1, %in.byte
  %old = load i8, i8* %byte.p, !tbaa !10
  %new = or i8 %old, %mask
  store i8 %new, i8* %byte.p, !tbaa !10
  %listed = and i64 %slots, 1
  %is.listed = icmp ne i64 %listed, 0
  br i1 %is.listed, label %done, label %list, !prof !7
list:
  call preserve_mostcc void @mm.gc_list_slots(i8* %env, i8* %object)
  ret void
done:
  ret void
}

define internal preserve_mostcc void @mm.gc_list_slots(i8* %env, i8* %object) nounwind noinline cold inaccessiblemem_or_argmemonly {
  %heap = call i64 @mm.heap_address(i8* %env)
  %address = ptrtoint i8* %object to i64
  call void @mm.core.remember_slots(i8* %env, i64 %heap, i64 %address)
  ret void
}

define internal preserve_mostcc void @mm.gc_remember_whole(i8* %env, i8* %object) nounwind noinline cold inaccessiblemem_or_argmemonly {
  call void @mm.gc_remember(i8* %env, i8* %object)
  ret void
}

define internal void @mm.gc_remember(i8* %env, i8* %object) nounwind noinline cold inaccessiblemem_or_argmemonly {
  %heap = call i64 @mm.heap_address(i8* %env)
  %address = ptrtoint i8* %object to i64
  call void @mm.core.remember(i8* %env, i64 %heap, i64 %address)
  ret void
}

; ---- handles, finalizers, requests ----

define internal i64 @mm.gc_handle_new(i8* %env, i8* %object) noinline {
  %heap = call i64 @mm.heap_address(i8* %env)
  %address = ptrtoint i8* %object to i64
  %handle = call i64 @mm.core.handle_new(i8* %env, i64 %heap, i64 %address)
  %failed = icmp eq i64 %handle, 0
  br i1 %failed, label %exhausted, label %made, !prof !8
exhausted:
  %site = bitcast <{ i32, [31 x i8] }>* @mm.site.out_of_memory to i8*
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
made:
  ret i64 %handle
}

define internal i8* @mm.gc_handle_get(i8* %env, i64 %handle) nounwind noinline {
  %heap = call i64 @mm.heap_address(i8* %env)
  %address = call i64 @mm.core.handle_get(i8* %env, i64 %heap, i64 %handle)
  %object = inttoptr i64 %address to i8*
  ret i8* %object
}

define internal void @mm.gc_handle_free(i8* %env, i64 %handle) nounwind noinline {
  %heap = call i64 @mm.heap_address(i8* %env)
  call void @mm.core.handle_free(i8* %env, i64 %heap, i64 %handle)
  ret void
}

define internal void @mm.gc_register_finalizer(i8* %env, i8* %object, i8* %function, i8* %data) noinline {
  %heap = call i64 @mm.heap_address(i8* %env)
  %address = ptrtoint i8* %object to i64
  %function.i = ptrtoint i8* %function to i64
  %data.i = ptrtoint i8* %data to i64
  %ok = call i1 @mm.core.register_finalizer(i8* %env, i64 %heap, i64 %address, i64 %function.i, i64 %data.i)
  br i1 %ok, label %done, label %exhausted, !prof !7
exhausted:
  %site = bitcast <{ i32, [31 x i8] }>* @mm.site.out_of_memory to i8*
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
done:
  ret void
}

define internal void @mm.gc_outside_kept(i8* %env, i64 %bytes) nounwind noinline {
  call void @mm.machine.save_registers()
  %heap = call i64 @mm.heap_address(i8* %env)
  %sp = call i64 @llvm.read_register.i64(metadata !6)
  call void @mm.core.outside_kept(i8* %env, i64 %heap, i64 %bytes, i64 %sp)
  ret void
}

define internal void @mm.gc_collect(i8* %env, i1 %major) nounwind noinline cold {
  call void @mm.machine.save_registers()
  %heap = call i64 @mm.heap_address(i8* %env)
  %sp = call i64 @llvm.read_register.i64(metadata !6)
  call void @mm.core.collect(i8* %env, i64 %heap, i1 %major, i64 %sp)
  ret void
}

define internal i64 @mm.gc_verify(i8* %env) nounwind noinline cold {
  %heap = call i64 @mm.heap_address(i8* %env)
  %wrong = call i64 @mm.core.verify(i8* %env, i64 %heap)
  ret i64 %wrong
}

define internal i64 @mm.gc_statistic(i8* %env, i64 %which) nounwind noinline {
  %heap = call i64 @mm.heap_address(i8* %env)
  %value = call i64 @mm.core.statistic(i8* %env, i64 %heap, i64 %which)
  ret i64 %value
}

; ---- what the core needs and RTypeScript does not say ----

; Number of zero bits below the lowest one; the operand is not 0.
define internal i64 @mm.trailing_zeros(i8* %env, i64 %bits) alwaysinline nounwind readnone {
  %count = call i64 @llvm.cttz.i64(i64 %bits, i1 true)
  ret i64 %count
}

; Number of zero bits above the highest one; the operand is not 0.
define internal i64 @mm.leading_zeros(i8* %env, i64 %bits) alwaysinline nounwind readnone {
  %count = call i64 @llvm.ctlz.i64(i64 %bits, i1 true)
  ret i64 %count
}

define internal void @mm.prefetch(i8* %env, i64 %address) alwaysinline nounwind {
  %p = inttoptr i64 %address to i8*
  call void @llvm.prefetch.p0i8(i8* %p, i32 0, i32 3, i32 1)
  ret void
}

define internal void @mm.copy_bytes(i8* %env, i64 %from, i64 %to, i64 %bytes) alwaysinline nounwind {
  %from.p = inttoptr i64 %from to i8*
  %to.p = inttoptr i64 %to to i8*
  call void @mm.copy(i8* %from.p, i8* %to.p, i64 %bytes)
  ret void
}

define internal void @mm.zero_bytes(i8* %env, i64 %at, i64 %bytes) alwaysinline nounwind {
  %p = inttoptr i64 %at to i8*
  call void @mm.fill(i8* %p, i8 0, i64 %bytes)
  ret void
}

; The empty assembly keeps LLVM from making it a call of memcpy.
define internal void @mm.copy_words(i8* %env, i64 %from, i64 %to, i64 %bytes) alwaysinline nounwind {
entry:
  %long = icmp ugt i64 %bytes, 256
  br i1 %long, label %call, label %loop
call:
  call void @mm.copy_bytes(i8* %env, i64 %from, i64 %to, i64 %bytes)
  br label %done
loop:
  %at = phi i64 [ 0, %entry ], [ %next, %loop ]
  %from.at = add i64 %from, %at
  %to.at = add i64 %to, %at
  %from.p = inttoptr i64 %from.at to i64*
  %to.p = inttoptr i64 %to.at to i64*
  %word = load i64, i64* %from.p, align 8, !tbaa !2
  store i64 %word, i64* %to.p, align 8, !tbaa !2
  call void asm sideeffect "", ""()
  %next = add i64 %at, 8
  %more = icmp ult i64 %next, %bytes
  br i1 %more, label %loop, label %done
done:
  ret void
}

; The value of MIXMOD_GC (runtime/core/gc/settings.ts); 0: it is not set.
@mm.gc_variable = private unnamed_addr constant [10 x i8] c"MIXMOD_GC\00"
declare i8* @getenv(i8*) nounwind

define internal i64 @mm.gc_settings(i8* %env) nounwind {
  %name = getelementptr [10 x i8], [10 x i8]* @mm.gc_variable, i64 0, i64 0
  %value = call i8* @getenv(i8* %name)
  %value.i = ptrtoint i8* %value to i64
  ret i64 %value.i
}

@mm.gc_minor_line = private unnamed_addr constant [60 x i8] c"gc: minor, %lu us; KiB: %lu old, %lu large, %lu in chunks\0A\00\00"
@mm.gc_major_line = private unnamed_addr constant [60 x i8] c"gc: major, %lu us; KiB: %lu old, %lu large, %lu in chunks\0A\00\00"
declare i32 @dprintf(i32, i8*, ...) nounwind

define internal void @mm.gc_log(i8* %env, i64 %major, i64 %microseconds, i64 %old, i64 %large, i64 %mapped) nounwind noinline cold {
  %is.major = icmp ne i64 %major, 0
  %line = select i1 %is.major, [60 x i8]* @mm.gc_major_line, [60 x i8]* @mm.gc_minor_line
  %format = getelementptr [60 x i8], [60 x i8]* %line, i64 0, i64 0
  %unused = call i32 (i32, i8*, ...) @dprintf(i32 2, i8* %format, i64 %microseconds, i64 %old, i64 %large, i64 %mapped)
  ret void
}

define internal void @mm.call_finalizer(i8* %env, i64 %function, i64 %data) nounwind noinline {
  %callee = inttoptr i64 %function to void (i8*, i8*)*
  %data.p = inttoptr i64 %data to i8*
  call void %callee(i8* %data.p, i8* %env)
  ret void
}

; No memory in the middle of a collection: nothing can be raised there.
define internal void @mm.exhausted(i8* %env) nounwind noreturn noinline cold {
  call void @abort()
  unreachable
}
