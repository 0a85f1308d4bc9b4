using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Commands;

/// <summary>A line on standard error every so often, for work that takes longer than a person waits in silence.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private readonly Timer _timer;

    public Progress(TextWriter errors, Func<string> describe) =>
        _timer = new(_ => errors.Complain(describe()), null, Patience, Period);

    public void Dispose() => _timer.Dispose();
}
