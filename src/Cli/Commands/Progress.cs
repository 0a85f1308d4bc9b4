namespace HpcVerify.Cli.Commands;

/// <summary>A line on standard error every so often, for work that takes longer than a person waits in silence.</summary>
internal sealed class Progress : IDisposable
{
    private readonly Timer _timer;

    public Progress(TimeSpan patience, TextWriter errors, Func<string> describe) =>
        _timer = new(_ => errors.WriteLine($"hpcverify: {describe()}"), null, patience, patience);

    public void Dispose() => _timer.Dispose();
}
