namespace HpcVerify.Cli.Host;

/// <summary>
/// Keeps worker processes of one user on one machine from disturbing each other's measurements: one that measures is the only one. Linux takes the lock
/// back when the process ends in whatever way.
/// </summary>
internal static class MachineLock
{
    /// <summary>The lock, to be held for as long as the worker lives; null where another has it.</summary>
    /// <param name="isAlone">Whether this worker measures; the others may be many.</param>
    public static IDisposable? Take(string folder, bool isAlone)
    {
        var path = Path.Combine(folder, $"hpcverify-worker-{Environment.UserName}.lock");
        try
        {
            return isAlone
                ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
