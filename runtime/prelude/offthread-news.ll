; What a job says of its progress comes to the thread of JavaScript (offthread.ll).

define internal i1 @mm.off.open_news(%mm.job* %job, i8* %napi) nounwind noinline {
  %memory = call i8* @malloc(i64 8)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %make
make:
  %link = bitcast i8* %memory to i8**
  %job.8 = bitcast %mm.job* %job to i8*
  store i8* %job.8, i8** %link
  %name.text = bitcast <{ i32, [16 x i8] }>* @mm.off.name to i8*
  %name = call i8* @mm.text(i8* %napi, i8* %name.text)
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 19
  %finalize = bitcast void (i8*, i8*, i8*)* @mm.off.news_over to i8*
  %status = call i32 @napi_create_threadsafe_function(i8* %napi, i8* null, i8* null, i8* %name, i64 0, i64 1, i8* %memory, i8* %finalize, i8* %memory, void (i8*, i8*, i8*, i8*)* @mm.off.news_come, i8** %slot)
  %made = icmp eq i32 %status, 0
  br i1 %made, label %keep, label %free
keep:
  %link.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 20
  store i8** %link, i8*** %link.slot
  ret i1 true
free:
  store i8* null, i8** %slot
  call void @free(i8* %memory)
  br label %failed
failed:
  ret i1 false
}

; napi_finalize: nothing comes through it any more.
define internal void @mm.off.news_over(i8* %napi, i8* %link, i8* %hint) nounwind noinline {
  call void @free(i8* %link)
  ret void
}

; napi_threadsafe_function_call_js
define internal void @mm.off.news_come(i8* %napi, i8* %function, i8* %context, i8* %data) nounwind noinline {
  %ending = icmp eq i8* %napi, null
  br i1 %ending, label %done, label %look
look:
  %link = bitcast i8* %context to i8**
  %job.8 = load i8*, i8** %link
  %over = icmp eq i8* %job.8, null
  br i1 %over, label %done, label %tell
tell:
  %job = bitcast i8* %job.8 to %mm.job*
  call void @mm.off.tell(%mm.job* %job, i8* %napi)
  br label %done
done:
  ret void
}

; All news, in order.
define internal void @mm.off.tell(%mm.job* %job, i8* %napi) nounwind noinline {
  %scope.slot = alloca i8*
  %argument = alloca i8*
  %result = alloca i8*
  %reporter.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 18
  %reference = load i8*, i8** %reporter.slot
  %nobody = icmp eq i8* %reference, null
  br i1 %nobody, label %done, label %take
take:
  %mutex = getelementptr %mm.job, %mm.job* %job, i64 0, i32 23, i64 0
  %first.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 21
  %last.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 22
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %first = load %mm.off.news*, %mm.off.news** %first.slot
  store %mm.off.news* null, %mm.off.news** %first.slot
  store %mm.off.news* null, %mm.off.news** %last.slot
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  br label %look
look:
  %news = phi %mm.off.news* [ %first, %take ], [ %next, %one ]
  %none = icmp eq %mm.off.news* %news, null
  br i1 %none, label %done, label %one
one:
  %whole = load %mm.off.news, %mm.off.news* %news
  %next = extractvalue %mm.off.news %whole, 0
  %value = extractvalue %mm.off.news %whole, 1
  %memory = bitcast %mm.off.news* %news to i8*
  call void @free(i8* %memory)
  store i8* null, i8** %scope.slot
  %unused.3 = call i32 @napi_open_handle_scope(i8* %napi, i8** %scope.slot)
  %function = call i8* @mm.off.referred(i8* %napi, i8* %reference)
  %number = call i8* @mm.result.f64(i8* %napi, double %value)
  store i8* %number, i8** %argument
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  %unused.4 = call i32 @napi_call_function(i8* %napi, i8* %undefined, i8* %function, i64 1, i8** %argument, i8** %result)
  %scope = load i8*, i8** %scope.slot
  %unused.5 = call i32 @napi_close_handle_scope(i8* %napi, i8* %scope)
  br label %look
done:
  ret void
}
