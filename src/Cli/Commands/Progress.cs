using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Commands;

/// <summary>A line on standard error every so often, for work that takes longer than a person waits in silence.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private readonly Timer _timer;
    private volatile Func<string> _describe = () => "preparing compiler and sandbox";

    public Progress(TextWriter errors) => _timer = new(_ => errors.Complain(_describe()), null, Patience, Period);

    /// <summary>What to say from now on.</summary>
    public void Describe(Func<string> describe) => _describe = describe;

    public void Dispose() => _timer.Dispose();
}
