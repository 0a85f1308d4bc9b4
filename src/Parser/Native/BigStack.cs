namespace HpcVerify.Parser.Native;

/// <summary>
/// Runs calls on threads with a stack large enough for a recursive compiler front end:
/// the pages are reserved, and only those a deep input really touches are used.
/// </summary>
public static class BigStack
{
    private const int StackSizeInBytes = 512 << 20;
    private const string ThreadName = "big stack";

    /// <summary>The call's result, made on this thread where its stack is such a one already.</summary>
    public static T Run<T>(Func<T> call) => Thread.CurrentThread.Name == ThreadName ? call() : Start(call).GetAwaiter().GetResult();

    /// <summary>The same, on a thread of its own and without waiting for it.</summary>
    public static Task<T> Start<T>(Func<T> call)
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
