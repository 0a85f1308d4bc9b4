namespace HpcVerify.Parser.Native;

/// <summary>
/// Runs calls on threads with a stack large enough for a recursive compiler front end:
/// the pages are reserved, and only those a deep input really touches are used.
/// </summary>
public static class BigStack
{
    private const int StackSizeInBytes = 512 << 20;
    /// <summary>A thousand times what an ordinary kernel needs to be read.</summary>
    public static readonly TimeSpan ReadingLimit = TimeSpan.FromSeconds(10);

    private const string ThreadName = "big stack";

    /// <summary>The call's result, made on this thread where its stack is such a one already.</summary>
    public static T Run<T>(Func<T> call) => Thread.CurrentThread.Name == ThreadName ? call() : Start(call).GetAwaiter().GetResult();

    /// <summary>
    /// The same, waited for no longer than a limit: for calls that nothing can stop, because they are deep in a native library. One that exceeds it is
    /// left behind on its thread, and dies with the process.
    /// </summary>
    /// <param name="limit">May be infinite.</param>
    /// <exception cref="OperationCanceledException">It was not waited for to the end.</exception>
    public static (bool IsDone, T? Result) Within<T>(Func<T> call, TimeSpan limit, CancellationToken cancellation)
    {
        var task = Start(call);
        return Task.WaitAny([task], (int)limit.TotalMilliseconds, cancellation) == 0 ? (true, task.GetAwaiter().GetResult()) : (false, default);
    }

    private static Task<T> Start<T>(Func<T> call)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    result.SetResult(call());
                }
                catch (Exception exception)
                {
                    result.SetException(exception);
                }
            },
            StackSizeInBytes)
        {
            Name = ThreadName,
            IsBackground = true,
        };
        thread.Start();
        return result.Task;
    }
}
