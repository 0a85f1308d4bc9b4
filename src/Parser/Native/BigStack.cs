using System.Runtime.ExceptionServices;

namespace HpcVerify.Parser.Native;

/// <summary>
/// Runs one call on a thread with a stack large enough for a recursive compiler front end:
/// the pages are reserved, and only those a deep input really touches are used.
/// </summary>
public static class BigStack
{
    private const int StackSizeInBytes = 512 << 20;

    public static T Run<T>(Func<T> call)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = call();
                }
                catch (Exception exception) when (Keep(exception, out failure))
                {
                }
            },
            StackSizeInBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    private static bool Keep(Exception exception, out ExceptionDispatchInfo failure)
    {
        failure = ExceptionDispatchInfo.Capture(exception);
        return true;
    }
}
