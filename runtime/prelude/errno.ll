; errno of C, and what of it is saved for the program: one pair for each environment, which is that of one thread.

declare i32* @__errno_location() nounwind readnone

define internal void @mm.errno.set(i32 %value) alwaysinline nounwind {
  %errno = call i32* @__errno_location()
  store i32 %value, i32* %errno
  ret void
}

; Field 3 of the environment, or (true) 4.
define internal i64* @mm.errno.slot(i8* %env, i1 %alternate) alwaysinline nounwind readnone {
  %header = bitcast i8* %env to %mm.env*
  %first = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 3
  %second = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 4
  %slot = select i1 %alternate, i64* %second, i64* %first
  ret i64* %slot
}

define internal i32 @mm.errno.saved(i8* %env, i1 %alternate) alwaysinline nounwind readonly {
  %slot = call i64* @mm.errno.slot(i8* %env, i1 %alternate)
  %wide = load i64, i64* %slot, !tbaa !4
  %value = trunc i64 %wide to i32
  ret i32 %value
}

define internal void @mm.errno.keep(i8* %env, i1 %alternate, i32 %value) alwaysinline nounwind {
  %slot = call i64* @mm.errno.slot(i8* %env, i1 %alternate)
  %wide = zext i32 %value to i64
  store i64 %wide, i64* %slot, !tbaa !4
  ret void
}

define internal void @mm.errno.save(i8* %env, i1 %alternate) alwaysinline nounwind {
  %errno = call i32* @__errno_location()
  %value = load i32, i32* %errno
  call void @mm.errno.keep(i8* %env, i1 %alternate, i32 %value)
  ret void
}

define internal void @mm.errno.restore(i8* %env, i1 %alternate) alwaysinline nounwind {
  %value = call i32 @mm.errno.saved(i8* %env, i1 %alternate)
  call void @mm.errno.set(i32 %value)
  ret void
}
