namespace HpcVerify.Trainer.Search.Archives;

/// <summary>
/// Keeps two searches from writing to one archive: a file beside it that is locked as long as this is open. Linux gives the lock back when the process ends,
/// however it ends. The file stays, because whoever removes it could not know that nobody else is about to lock it.
/// </summary>
public sealed class ArchiveLock : IDisposable
{
    private readonly FileStream _file;

    private ArchiveLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or says why it cannot be had.</summary>
    public static (ArchiveLock? Lock, string? Problem) Take(string archive)
    {
        try
        {
            return (new(new(archive + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)), null);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return (null, $"'{archive}' cannot be written: {exception.Message}");
        }
        catch (IOException)
        {
            return (null, $"'{archive}' is being written by another search (wait for its end, or name another file)");
        }
    }

    public void Dispose() => _file.Dispose();
}
