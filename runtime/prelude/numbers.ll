; Arithmetic that is more than one instruction, and C's mathematics. All functions are pure.

declare double @llvm.fabs.f64(double)
declare double @llvm.copysign.f64(double, double)
declare float @llvm.copysign.f32(float, float)
declare double @llvm.floor.f64(double)
declare float @llvm.floor.f32(float)
declare i64 @llvm.smax.i64(i64, i64)

; ---- a zero that LLVM cannot see through: another definition could replace a weak one ----

@mm.a_zero.f64 = weak hidden constant double 0.0
@mm.a_zero.f32 = weak hidden constant float 0.0

define internal double @mm.zero.f64() alwaysinline nounwind readnone {
  %zero = load double, double* @mm.a_zero.f64, !invariant.load !{}
  ret double %zero
}

define internal float @mm.zero.f32() alwaysinline nounwind readnone {
  %zero = load float, float* @mm.a_zero.f32, !invariant.load !{}
  ret float %zero
}

; ---- float to integer (ECMA-262 7.1.6 for 64 bits: truncated, modulo 2^64; NaN and infinities give 0) ----

; Two comparisons rather than one on the absolute value: LLVM folds each away where the operand comes from an integer.
define internal i64 @mm.float_to_int(double %x) alwaysinline nounwind readnone {
  %above = fcmp oge double %x, 0xC3E0000000000000
  %below = fcmp olt double %x, 0x43E0000000000000
  %fits = and i1 %above, %below
  br i1 %fits, label %fast, label %slow, !prof !7
fast:
  %near = fptosi double %x to i64
  ret i64 %near
slow:
  %far = call i64 @mm.float_to_int_far(double %x)
  ret i64 %far
}

; |x| >= 2^63, or NaN: the significand shifted into the low 64 bits.
define internal i64 @mm.float_to_int_far(double %x) noinline cold nounwind readnone {
  %bits = bitcast double %x to i64
  %exponent.0 = lshr i64 %bits, 52
  %exponent = and i64 %exponent.0, 2047
  ; From 2^(63+53) on no bit is left below 2^64; NaN and infinities have exponent 2047.
  %shift = sub i64 %exponent, 1075
  %vanishes = icmp ugt i64 %shift, 63
  %fraction = and i64 %bits, 4503599627370495
  %significand = or i64 %fraction, 4503599627370496
  %count = and i64 %shift, 63
  %shifted = shl i64 %significand, %count
  %magnitude = select i1 %vanishes, i64 0, i64 %shifted
  %negated = sub i64 0, %magnitude
  %negative = icmp slt i64 %bits, 0
  %result = select i1 %negative, i64 %negated, i64 %magnitude
  ret i64 %result
}

; ---- remainder (ECMA-262 6.1.6.1.6) ----

; Of two integers below 2^53 as the machine divides them, several times as fast as C's fmod: the remainder of the magnitudes
; with the dividend's sign, also where it is 0.
define internal double @mm.rem(double %a, double %b) alwaysinline nounwind readnone {
  %x = call double @llvm.fabs.f64(double %a)
  %y = call double @llvm.fabs.f64(double %b)
  %x.fits = fcmp olt double %x, 0x4340000000000000
  %y.fits = fcmp olt double %y, 0x4340000000000000
  %fit = and i1 %x.fits, %y.fits
  br i1 %fit, label %convert, label %slow
convert:
  %i = fptosi double %x to i64
  %j = fptosi double %y to i64
  %x.back = sitofp i64 %i to double
  %y.back = sitofp i64 %j to double
  %x.whole = fcmp oeq double %x.back, %x
  %y.whole = fcmp oeq double %y.back, %y
  %some = icmp ne i64 %j, 0
  %whole = and i1 %x.whole, %y.whole
  %ok = and i1 %whole, %some
  br i1 %ok, label %fast, label %slow
fast:
  %r = urem i64 %i, %j
  %rest = sitofp i64 %r to double
  %signed = call double @llvm.copysign.f64(double %rest, double %a)
  ret double %signed
slow:
  %result = call double @fmod(double %a, double %b)
  ret double %result
}

; ---- ECMA-262 21.3.2 ----

; Math.round: floor(x), one more if the rest is at least a half (x - floor(x) is exact); the sign of x stays.
define internal double @mm.round.f64(double %x) alwaysinline nounwind readnone {
  %floor = call double @llvm.floor.f64(double %x)
  %rest = fsub double %x, %floor
  %up = fcmp oge double %rest, 0.5
  %next = fadd double %floor, 1.0
  %rounded = select i1 %up, double %next, double %floor
  %result = call double @llvm.copysign.f64(double %rounded, double %x)
  ret double %result
}
define internal float @mm.round.f32(float %x) alwaysinline nounwind readnone {
  %floor = call float @llvm.floor.f32(float %x)
  %rest = fsub float %x, %floor
  %up = fcmp oge float %rest, 0.5
  %next = fadd float %floor, 1.0
  %rounded = select i1 %up, float %next, float %floor
  %result = call float @llvm.copysign.f32(float %rounded, float %x)
  ret float %result
}

define internal double @mm.sign.f64(double %x) alwaysinline nounwind readnone {
  %positive = fcmp ogt double %x, 0.0
  %negative = fcmp olt double %x, 0.0
  %low = select i1 %negative, double -1.0, double %x
  %result = select i1 %positive, double 1.0, double %low
  ret double %result
}
define internal float @mm.sign.f32(float %x) alwaysinline nounwind readnone {
  %positive = fcmp ogt float %x, 0.0
  %negative = fcmp olt float %x, 0.0
  %low = select i1 %negative, float -1.0, float %x
  %result = select i1 %positive, float 1.0, float %low
  ret float %result
}

; Math.min and Math.max: NaN wins; of two zeros the sign bits decide (or: -0 if any, and: -0 if both).
define internal double @mm.min.f64(double %a, double %b) alwaysinline nounwind readnone {
  %less = fcmp olt double %a, %b
  %chosen = select i1 %less, double %a, double %b
  %a.bits = bitcast double %a to i64
  %b.bits = bitcast double %b to i64
  %joined.bits = or i64 %a.bits, %b.bits
  %joined = bitcast i64 %joined.bits to double
  %same = fcmp oeq double %a, %b
  %ordered = select i1 %same, double %joined, double %chosen
  %nan = fcmp uno double %a, %a
  %result = select i1 %nan, double %a, double %ordered
  ret double %result
}
define internal double @mm.max.f64(double %a, double %b) alwaysinline nounwind readnone {
  %more = fcmp ogt double %a, %b
  %chosen = select i1 %more, double %a, double %b
  %a.bits = bitcast double %a to i64
  %b.bits = bitcast double %b to i64
  %joined.bits = and i64 %a.bits, %b.bits
  %joined = bitcast i64 %joined.bits to double
  %same = fcmp oeq double %a, %b
  %ordered = select i1 %same, double %joined, double %chosen
  %nan = fcmp uno double %a, %a
  %result = select i1 %nan, double %a, double %ordered
  ret double %result
}
define internal float @mm.min.f32(float %a, float %b) alwaysinline nounwind readnone {
  %less = fcmp olt float %a, %b
  %chosen = select i1 %less, float %a, float %b
  %a.bits = bitcast float %a to i32
  %b.bits = bitcast float %b to i32
  %joined.bits = or i32 %a.bits, %b.bits
  %joined = bitcast i32 %joined.bits to float
  %same = fcmp oeq float %a, %b
  %ordered = select i1 %same, float %joined, float %chosen
  %nan = fcmp uno float %a, %a
  %result = select i1 %nan, float %a, float %ordered
  ret float %result
}
define internal float @mm.max.f32(float %a, float %b) alwaysinline nounwind readnone {
  %more = fcmp ogt float %a, %b
  %chosen = select i1 %more, float %a, float %b
  %a.bits = bitcast float %a to i32
  %b.bits = bitcast float %b to i32
  %joined.bits = and i32 %a.bits, %b.bits
  %joined = bitcast i32 %joined.bits to float
  %same = fcmp oeq float %a, %b
  %ordered = select i1 %same, float %joined, float %chosen
  %nan = fcmp uno float %a, %a
  %result = select i1 %nan, float %a, float %ordered
  ret float %result
}

; ECMA-262 6.1.6.1.3: unlike C, pow(x, NaN) is NaN for every x, and pow(1, ±Infinity) and pow(-1, ±Infinity) are NaN.
define internal double @mm.pow(double %base, double %exponent) alwaysinline nounwind readnone {
  %c = call double @pow(double %base, double %exponent)
  %magnitude = call double @llvm.fabs.f64(double %base)
  %unit = fcmp oeq double %magnitude, 1.0
  %size = call double @llvm.fabs.f64(double %exponent)
  ; True for infinities and NaN.
  %not.finite = fcmp ueq double %size, 0x7FF0000000000000
  %unit.case = and i1 %unit, %not.finite
  %result = select i1 %unit.case, double 0x7FF8000000000000, double %c
  ret double %result
}

declare double @pow(double, double) nounwind readnone willreturn
declare double @atan2(double, double) nounwind readnone willreturn
declare double @sin(double) nounwind readnone willreturn
declare double @cos(double) nounwind readnone willreturn
declare double @tan(double) nounwind readnone willreturn
declare double @asin(double) nounwind readnone willreturn
declare double @acos(double) nounwind readnone willreturn
declare double @atan(double) nounwind readnone willreturn
declare double @sinh(double) nounwind readnone willreturn
declare double @cosh(double) nounwind readnone willreturn
declare double @tanh(double) nounwind readnone willreturn
declare double @asinh(double) nounwind readnone willreturn
declare double @acosh(double) nounwind readnone willreturn
declare double @atanh(double) nounwind readnone willreturn
declare double @exp(double) nounwind readnone willreturn
declare double @expm1(double) nounwind readnone willreturn
declare double @log(double) nounwind readnone willreturn
declare double @log1p(double) nounwind readnone willreturn
declare double @log2(double) nounwind readnone willreturn
declare double @log10(double) nounwind readnone willreturn
declare double @cbrt(double) nounwind readnone willreturn
declare double @fmod(double, double) nounwind readnone willreturn

; glibc's cbrt is up to one unit off, even for cubes of integers. A step of Newton's method gives those exactly, and else V8's
; result in nine cases of ten instead of five.
define internal double @mm.cbrt(double %x) nounwind readnone willreturn {
  %t = call double @cbrt(double %x)
  %square = fmul double %t, %t
  %quotient = fdiv double %x, %square
  %excess = fsub double %t, %quotient
  %step = fdiv double %excess, 3.0
  %better = fsub double %t, %step
  ; Zeros (0 / 0) and infinities (inf / inf) are right already; of a NaN either is one.
  %is.number = fcmp ord double %better, 0.0
  %result = select i1 %is.number, double %better, double %t
  ret double %result
}

; ---- Integers ----

; base ** exponent modulo 2^64, by squaring; narrower types truncate the result.
define internal i64 @mm.int_pow(i64 %base, i64 %exponent) nounwind readnone {
entry:
  br label %loop
loop:
  %factor = phi i64 [ %base, %entry ], [ %square, %next ]
  %rest = phi i64 [ %exponent, %entry ], [ %half, %next ]
  %product = phi i64 [ 1, %entry ], [ %product.next, %next ]
  %done = icmp eq i64 %rest, 0
  br i1 %done, label %end, label %next
next:
  %bit = and i64 %rest, 1
  %odd = icmp ne i64 %bit, 0
  %multiplied = mul i64 %product, %factor
  %product.next = select i1 %odd, i64 %multiplied, i64 %product
  %square = mul i64 %factor, %factor
  %half = lshr i64 %rest, 1
  br label %loop
end:
  ret i64 %product
}

; ---- Math.random: xorshift128+ on the environment's state, 53 bits ----

define internal double @mm.random(i8* %env) nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot.0 = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 12
  %slot.1 = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 13
  %s1 = load i64, i64* %slot.0, !tbaa !4
  %s0 = load i64, i64* %slot.1, !tbaa !4
  %sum = add i64 %s0, %s1
  %left = shl i64 %s1, 23
  %x = xor i64 %s1, %left
  %x.right = lshr i64 %x, 18
  %s0.right = lshr i64 %s0, 5
  %y = xor i64 %x, %s0
  %z = xor i64 %y, %x.right
  %w = xor i64 %z, %s0.right
  store i64 %s0, i64* %slot.0, !tbaa !4
  store i64 %w, i64* %slot.1, !tbaa !4
  %high = lshr i64 %sum, 11
  %float = uitofp i64 %high to double
  %result = fmul double %float, 0x3CA0000000000000
  ret double %result
}
