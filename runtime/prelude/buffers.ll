; ArrayBuffers in objects of the collected heap. A napi_value lives as long as the call from the host, and the host may detach
; or shrink a buffer between two calls, and whenever JavaScript is called; so objects hold a box, which has a reference of Node-API's and
; looks again in each call and behind each call of JavaScript.
; A box: header, napi_ref, then what holds for a while: its number, data, byteLength, napi_value. Descriptor 704.

!90 = !{!"box", !0, i64 0}
!91 = !{!90, !90, i64 0}

%mm.box = type { i64, i8*, i64, i8*, i64, i8* }

; Of the while: both parts only grow.
define internal i64 @mm.call_number(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 19
  %calls = load i64, i64* %slot, !tbaa !4
  %host.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 26
  %host.calls = load i64, i64* %host.slot, !tbaa !4
  %number = add i64 %calls, %host.calls
  ret i64 %number
}

; The box of a buffer and the address of the buffer's first byte; nulls for null.
define internal { i8*, i8* } @mm.buffer_box(i8* %env, i8* %buffer) noinline {
entry:
  %none = icmp eq i8* %buffer, null
  br i1 %none, label %done, label %make
make:
  %object = call i8* @mm.gc_alloc(i8* %env, i64 48, i32 704)
  %reference = call i8* @mm.buffer_retain(i8* %env, i8* %buffer, i8* null)
  %box = bitcast i8* %object to %mm.box*
  %reference.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 1
  store i8* %reference, i8** %reference.slot, !tbaa !91
  %dead = bitcast void (i8*, i8*)* @mm.box_dead to i8*
  call void @mm.gc_register_finalizer(i8* %env, i8* %object, i8* %dead, i8* %reference)
  %opened = call { i8*, i64, i8* } @mm.box_look(i8* %env, i8* %object)
  %data = extractvalue { i8*, i64, i8* } %opened, 0
  %bytes = extractvalue { i8*, i64, i8* } %opened, 1
  call void @mm.gc_outside_kept(i8* %env, i64 %bytes)
  br label %done
done:
  %result.box = phi i8* [ null, %entry ], [ %object, %make ]
  %result.data = phi i8* [ null, %entry ], [ %data, %make ]
  %r.0 = insertvalue { i8*, i8* } undef, i8* %result.box, 0
  %r.1 = insertvalue { i8*, i8* } %r.0, i8* %result.data, 1
  ret { i8*, i8* } %r.1
}

define internal void @mm.box_dead(i8* %reference, i8* %env) nounwind {
  %napi = call i8* @mm.napi(i8* %env)
  ; Off the thread the job frees it.
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %done, label %delete
delete:
  %status = call i32 @napi_delete_reference(i8* %napi, i8* %reference)
  br label %done
done:
  ret void
}

; Data, byteLength and napi_value of the buffer in a box; nulls for null.
define internal { i8*, i64, i8* } @mm.buffer_open(i8* %env, i8* %object) alwaysinline nounwind {
entry:
  %none = icmp eq i8* %object, null
  br i1 %none, label %nothing, label %look
look:
  %box = bitcast i8* %object to %mm.box*
  %number.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 2
  %number = load i64, i64* %number.slot, !tbaa !91
  %now = call i64 @mm.call_number(i8* %env)
  %known = icmp eq i64 %number, %now
  br i1 %known, label %fast, label %slow, !prof !7
fast:
  %data.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 3
  %bytes.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 4
  %value.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 5
  %data = load i8*, i8** %data.slot, !tbaa !91
  %bytes = load i64, i64* %bytes.slot, !tbaa !91, !range !5
  %value = load i8*, i8** %value.slot, !tbaa !91
  %f.0 = insertvalue { i8*, i64, i8* } undef, i8* %data, 0
  %f.1 = insertvalue { i8*, i64, i8* } %f.0, i64 %bytes, 1
  %f.2 = insertvalue { i8*, i64, i8* } %f.1, i8* %value, 2
  ret { i8*, i64, i8* } %f.2
slow:
  %looked = call { i8*, i64, i8* } @mm.box_look(i8* %env, i8* %object)
  ret { i8*, i64, i8* } %looked
nothing:
  ret { i8*, i64, i8* } zeroinitializer
}

define internal { i8*, i64, i8* } @mm.box_look(i8* %env, i8* %object) nounwind noinline cold {
  %box = bitcast i8* %object to %mm.box*
  %reference.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 1
  %reference = load i8*, i8** %reference.slot, !tbaa !91
  %value = call i8* @mm.buffer_handle(i8* %env, i8* %reference)
  %now = call { i8*, i64 } @mm.buffer_data(i8* %env, i8* %value)
  %data = extractvalue { i8*, i64 } %now, 0
  %bytes = extractvalue { i8*, i64 } %now, 1
  %number = call i64 @mm.call_number(i8* %env)
  %number.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 2
  %data.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 3
  %bytes.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 4
  %value.slot = getelementptr inbounds %mm.box, %mm.box* %box, i64 0, i32 5
  store i64 %number, i64* %number.slot, !tbaa !91
  store i8* %data, i8** %data.slot, !tbaa !91
  store i64 %bytes, i64* %bytes.slot, !tbaa !91
  store i8* %value, i8** %value.slot, !tbaa !91
  %r.0 = insertvalue { i8*, i64, i8* } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64, i8* } %r.0, i64 %bytes, 1
  %r.2 = insertvalue { i8*, i64, i8* } %r.1, i8* %value, 2
  ret { i8*, i64, i8* } %r.2
}
