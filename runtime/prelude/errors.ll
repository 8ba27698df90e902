; Raising: the environment's pending error is filled, then the stack is unwound to the wrapper that the host called.
; A site is what is known of an error when the program is compiled: i32 length, then so many bytes of UTF-8 text:
; the error's name, a line feed, the source position, a line feed, the message's template.

; C's personality knows cleanups only, and a forced unwind (Itanium C++ ABI 1.3) visits nothing but cleanups: a wrapper
; "catches" by not resuming. So neither a C++ library nor a search phase is needed.
declare i32 @__gcc_personality_v0(...)
declare i32 @_Unwind_ForcedUnwind(%mm.exception*, i32 (i32, i32, i64, %mm.exception*, i8*, i8*)*, i8*)

define internal i32 @mm.unwind_stop(i32 %version, i32 %actions, i64 %class, %mm.exception* %exception, i8* %context, i8* %data) nounwind {
  ; _UA_END_OF_STACK: no wrapper below, which cannot be.
  %end = and i32 %actions, 16
  %at.end = icmp ne i32 %end, 0
  br i1 %at.end, label %lost, label %on
lost:
  call void @abort()
  unreachable
on:
  ret i32 0
}

; Inlined, because every frame costs when it is unwound.
define internal void @mm.unwind(i8* %env) noreturn alwaysinline cold {
  %header = bitcast i8* %env to %mm.env*
  %exception = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 18
  %unused = call i32 @_Unwind_ForcedUnwind(%mm.exception* %exception, i32 (i32, i32, i64, %mm.exception*, i8*, i8*)* @mm.unwind_stop, i8* null)
  call void @abort()
  unreachable
}

define internal void @mm.raise(i8* %env, i8* %site, double %a, double %b) noreturn noinline cold {
  call void @mm.pend(i8* %env, i8* %site, double %a, double %b)
  call void @mm.unwind(i8* %env)
  unreachable
}

define internal void @mm.raise_ints(i8* %env, i8* %site, i64 %a, i64 %b) noreturn noinline cold {
  %a.float = sitofp i64 %a to double
  %b.float = sitofp i64 %b to double
  call void @mm.raise(i8* %env, i8* %site, double %a.float, double %b.float)
  unreachable
}

; The message is a string of the program, in a unit that binds no error.
define internal void @mm.raise_string(i8* %env, i8* %site, i8* %text) noreturn noinline cold {
  call void @mm.pend_flat(i8* %env, i8* %site, i8* %text)
  call void @mm.unwind(i8* %env)
  unreachable
}

; Written out here, where the collector may run: the wrapper that throws is not prepared for that.
define internal void @mm.pend_flat(i8* %env, i8* %site, i8* %text) noinline cold {
  %flat = call i8* @mm.string_flat(i8* %env, i8* %text)
  %length = call i64 @mm.string_len(i8* %text)
  call void @mm.pend_all(i8* %env, i8* %site, double 0.0, double 0.0, i8* %flat, i64 %length)
  ret void
}

; Graphs that only wrappers call return with a mark where they raise themselves.
define internal void @mm.mark_raised(i8* %env) nounwind alwaysinline {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 27
  store i64 1, i64* %slot, !tbaa !4
  ret void
}

define internal i1 @mm.take_mark(i8* %env) nounwind alwaysinline {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 27
  %mark = load i64, i64* %slot, !tbaa !4
  %raised = icmp ne i64 %mark, 0
  br i1 %raised, label %clear, label %done, !prof !8
clear:
  store i64 0, i64* %slot, !tbaa !4
  br label %done
done:
  ret i1 %raised
}

; ---- the pending error ----
; A unit that catches has a module-level variable, %slot, for the reference that belongs to the error: the object that was
; thrown, or the text of a message. The environment's own field only tells that there is a text.

define internal void @mm.pend(i8* %env, i8* %site, double %a, double %b) nounwind noinline cold {
  call void @mm.pend_all(i8* %env, i8* %site, double %a, double %b, i8* null, i64 0)
  ret void
}

define internal void @mm.pend_string(i8* %env, i8* %slot, i8* %site, i8* %text) nounwind noinline cold {
  %slot.p = bitcast i8* %slot to i8**
  store i8* %text, i8** %slot.p, !tbaa !4
  call void @mm.pend_all(i8* %env, i8* %site, double 0.0, double 0.0, i8* %text, i64 0)
  ret void
}

; An object of the program: no site.
define internal void @mm.pend_object(i8* %env, i8* %slot, i8* %object) nounwind noinline cold {
  %slot.p = bitcast i8* %slot to i8**
  store i8* %object, i8** %slot.p, !tbaa !4
  call void @mm.pend_all(i8* %env, i8* null, double 0.0, double 0.0, i8* null, i64 0)
  ret void
}

define internal void @mm.pend_all(i8* %env, i8* %site, double %a, double %b, i8* %text, i64 %length) nounwind alwaysinline {
  %header = bitcast i8* %env to %mm.env*
  %site.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 6
  %a.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 7
  %b.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 8
  %text.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 9
  %length.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 10
  store i8* %site, i8** %site.slot, !tbaa !4
  store double %a, double* %a.slot, !tbaa !4
  store double %b, double* %b.slot, !tbaa !4
  store i8* %text, i8** %text.slot, !tbaa !4
  store i64 %length, i64* %length.slot, !tbaa !4
  ret void
}

; The object that was thrown; null if the error is that of an operation.
define internal i8* @mm.pending_object(i8* %env, i8* %slot) nounwind noinline cold readonly {
  %site = call i8* @mm.pending_site(i8* %env)
  %thrown = icmp eq i8* %site, null
  br i1 %thrown, label %load, label %none
load:
  %slot.p = bitcast i8* %slot to i8**
  %object = load i8*, i8** %slot.p, !tbaa !4
  ret i8* %object
none:
  ret i8* null
}

define internal i8* @mm.pending_site(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %site.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 6
  %site = load i8*, i8** %site.slot, !tbaa !4
  ret i8* %site
}

; The first two letters of the error's name, behind the length of the site's text.
define internal i32 @mm.pending_kind(i8* %env) nounwind noinline cold readonly {
  %site = call i8* @mm.pending_site(i8* %env)
  %name.8 = getelementptr i8, i8* %site, i64 4
  %name = bitcast i8* %name.8 to i16*
  %letters = load i16, i16* %name, align 1
  %kind = zext i16 %letters to i32
  ret i32 %kind
}

; ---- checks ----

; The length is clamped to 0 from below first, so that one unsigned comparison decides; the clamp leaves loops, and LLVM
; removes the check where a loop's own bound implies it.
define internal void @mm.check_index(i8* %env, i8* %site, i64 %index, i64 %length) alwaysinline {
  %bound = call i64 @llvm.smax.i64(i64 %length, i64 0)
  %ok = icmp ult i64 %index, %bound
  br i1 %ok, label %on, label %bad, !prof !7
bad:
  call void @mm.raise_ints(i8* %env, i8* %site, i64 %index, i64 %length)
  unreachable
on:
  ret void
}

define internal void @mm.check(i8* %env, i8* %site, i1 %ok, double %a, double %b) alwaysinline {
  br i1 %ok, label %on, label %bad, !prof !7
bad:
  call void @mm.raise(i8* %env, i8* %site, double %a, double %b)
  unreachable
on:
  ret void
}

; The same with integers for the message, converted out of line.
define internal void @mm.check_ints(i8* %env, i8* %site, i1 %ok, i64 %a, i64 %b) alwaysinline {
  br i1 %ok, label %on, label %bad, !prof !7
bad:
  call void @mm.raise_ints(i8* %env, i8* %site, i64 %a, i64 %b)
  unreachable
on:
  ret void
}

define internal i64 @mm.float_to_index(i8* %env, i8* %site, double %x) alwaysinline {
  ; |x| < 2^53: then the conversion is defined, and exact if it converts back.
  %above = fcmp ogt double %x, 0xC340000000000000
  %below = fcmp olt double %x, 0x4340000000000000
  %fits = and i1 %above, %below
  br i1 %fits, label %convert, label %bad, !prof !7
convert:
  %i = fptosi double %x to i64
  %back = sitofp i64 %i to double
  %integral = fcmp oeq double %back, %x
  br i1 %integral, label %on, label %bad, !prof !7
on:
  ret i64 %i
bad:
  call void @mm.raise(i8* %env, i8* %site, double %x, double 0.0)
  unreachable
}

; ---- messages ----

declare i64 @mm.core.error_message(i8*, i64, double, double)

; The message of the pending error of an operation, as a string.
define internal i8* @mm.pending_message(i8* %env, i8* %slot) noinline cold {
  %header = bitcast i8* %env to %mm.env*
  %text.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 9
  %text = load i8*, i8** %text.slot, !tbaa !4
  %given = icmp ne i8* %text, null
  br i1 %given, label %own, label %made
own:
  %slot.p = bitcast i8* %slot to i8**
  %message = load i8*, i8** %slot.p, !tbaa !4
  ret i8* %message
made:
  %a.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 7
  %b.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 8
  %site = call i8* @mm.pending_site(i8* %env)
  %a = load double, double* %a.slot, !tbaa !4
  %b = load double, double* %b.slot, !tbaa !4
  %site.i = ptrtoint i8* %site to i64
  %string = call i64 @mm.core.error_message(i8* %env, i64 %site.i, double %a, double %b)
  %string.p = inttoptr i64 %string to i8*
  ret i8* %string.p
}

; ---- errors on their way to the host, in a unit that catches ----

; Called for the object that leaves, then for its cause, and so on. The text and length of the pending error, which an object
; has not, hold the host's first error and the last one meanwhile.
define internal void @mm.host_error(i8* %env, i8* %name, i8* %message, i64 %site.i) noinline cold {
  %napi = call i8* @mm.napi(i8* %env)
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %off, label %on
off:
  call void @mm.job.keep_object(i8* %env, i8* %name, i8* %message, i64 %site.i)
  ret void
on:
  %header = bitcast i8* %env to %mm.env*
  %first.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 9
  %last.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 10
  %site = inttoptr i64 %site.i to i8*
  %message.value = call i8* @mm.result.string(i8* %env, i8* %napi, i8* %message)
  %last = load i64, i64* %last.slot, !tbaa !4
  %outer = inttoptr i64 %last to i8*
  %is.cause = icmp ne i8* %outer, null
  %is.builtin = call i1 @mm.has_name_of_site(i8* %name, i8* %site)
  %is.other = xor i1 %is.builtin, true
  %otherwise = or i1 %is.cause, %is.other
  br i1 %otherwise, label %help, label %try
try:
  %at = call i8* @mm.error_at(i8* %env, i8* %site, i8* %message.value)
  %not.made = icmp eq i8* %at, null
  br i1 %not.made, label %help, label %made
help:
  %name.value = call i8* @mm.result.string(i8* %env, i8* %napi, i8* %name)
  %site.value = call i8* @mm.text(i8* %napi, i8* %site)
  %helped = call i8* @mm.help(i8* %env, i32 5, i8* %site.value, i8* %name.value, i8* %message.value, i8* %outer)
  br label %made
made:
  %error = phi i8* [ %at, %try ], [ %helped, %help ]
  %error.i = ptrtoint i8* %error to i64
  store i64 %error.i, i64* %last.slot, !tbaa !4
  %old = load i8*, i8** %first.slot, !tbaa !4
  %none = icmp eq i8* %old, null
  br i1 %none, label %first, label %done
first:
  store i8* %error, i8** %first.slot, !tbaa !4
  br label %done
done:
  ret void
}

; A property of the host's last error. %kind: 0 a number and 1 a boolean, 2 null, 3 undefined, 4 an i64, 5 a u64, all in %bits; 6 %text.
define internal void @mm.host_field(i8* %env, i8* %name, i64 %kind, i64 %bits, i8* %text) noinline cold {
  %napi = call i8* @mm.napi(i8* %env)
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %off, label %on
off:
  call void @mm.job.keep_field(i8* %env, i8* %name, i64 %kind, i64 %bits, i8* %text)
  ret void
on:
  %header = bitcast i8* %env to %mm.env*
  %last.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 10
  %last = load i64, i64* %last.slot, !tbaa !4
  %error = inttoptr i64 %last to i8*
  %is.text = icmp eq i64 %kind, 6
  br i1 %is.text, label %string, label %other
string:
  %string.value = call i8* @mm.result.string(i8* %env, i8* %napi, i8* %text)
  br label %define
other:
  %other.value = call i8* @mm.field_value(i8* %napi, i64 %kind, i64 %bits)
  br label %define
define:
  %value = phi i8* [ %string.value, %string ], [ %other.value, %other ]
  call void @mm.define_field(i8* %napi, i8* %error, i8* %name, i8* %value)
  ret void
}

; What the pending error is to the host; null: an exception is pending there.
define internal i8* @mm.pending_error_in(i8* %env, i8* %slot) noinline cold {
  %header = bitcast i8* %env to %mm.env*
  %text.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 9
  %text = load i8*, i8** %text.slot, !tbaa !4
  %site = call i8* @mm.pending_site(i8* %env)
  %is.object = icmp eq i8* %site, null
  br i1 %is.object, label %object, label %operation
object:
  ret i8* %text
operation:
  %no.text = icmp eq i8* %text, null
  br i1 %no.text, label %make, label %string
string:
  %napi = call i8* @mm.napi(i8* %env)
  %slot.p = bitcast i8* %slot to i8**
  %message = load i8*, i8** %slot.p, !tbaa !4
  %string.value = call i8* @mm.result.string(i8* %env, i8* %napi, i8* %message)
  br label %make
make:
  %given = phi i8* [ null, %operation ], [ %string.value, %string ]
  %error = call i8* @mm.operation_error(i8* %env, i8* %given)
  ret i8* %error
}
