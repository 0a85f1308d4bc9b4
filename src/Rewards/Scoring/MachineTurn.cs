namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// What processes of one user on one machine agree upon, so that one of them measures while all others rest. Who works holds a file together with others; who
/// is to measure holds it alone. A second file is for who wants to measure next: nobody begins to work who cannot touch it, so that work without end keeps no
/// one from measuring. The locks are Linux's (flock), which takes them back when a process ends in whatever way.
/// </summary>
/// <param name="folder">Where the files are: in memory, and the same for all processes of this machine.</param>
internal sealed class MachineTurn(string folder) : IDisposable
{
    private readonly string _turnPath = PathOf(folder, "turn"), _workPath = PathOf(folder, "work");
    private FileStream? _turn, _working, _alone;

    /// <summary>Begins to work, or goes on to; false while another process measures, or waits to.</summary>
    public bool TryWork()
    {
        using var turn = _turn is null ? Open(_turnPath, isAlone: false) : null;
        return (turn ?? _turn) is not null && (_working ??= Open(_workPath, isAlone: false)) is not null;
    }

    /// <summary>Nobody of this process works any more.</summary>
    public void Rest()
    {
        _working?.Dispose();
        _working = null;
    }

    /// <summary>Gets the right to measure next; false while another process has it.</summary>
    public bool TryTurn() => (_turn ??= Open(_turnPath, isAlone: true)) is not null;

    /// <summary>Who has the turn and rests itself gets the machine, once all others rest.</summary>
    public bool TryAlone() => (_alone ??= Open(_workPath, isAlone: true)) is not null;

    /// <summary>Gives up the machine and the turn.</summary>
    public void End()
    {
        _alone?.Dispose();
        _turn?.Dispose();
        (_alone, _turn) = (null, null);
    }

    public void Dispose()
    {
        Rest();
        End();
    }

    private static string PathOf(string folder, string what) => Path.Combine(folder, $"hpcverify-{what}-{Environment.UserName}.lock");

    private static FileStream? Open(string path, bool isAlone)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = isAlone ? FileAccess.ReadWrite : FileAccess.Read,
            Share = isAlone ? FileShare.None : FileShare.Read,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
