using System.Runtime.InteropServices;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Host;

/// <summary>
/// Makes a signal that asks this process to end a cancellation, and the end of the process where nobody hears that.
/// Sandboxed children die with it.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a command may take to hear a signal.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long a service may take, which finishes what it has begun.</summary>
    public static readonly TimeSpan GraceOfService = TimeSpan.FromHours(1.5);

    private readonly TimeSpan _grace;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private Timer? _lastResort;

    /// <param name="grace">How long after the first signal the process ends in any case.</param>
    public Interruption(TimeSpan grace)
    {
        _grace = grace;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Hear(signal, ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Hear(signal, ExitCode.Terminated));
    }

    public CancellationToken Token => _source.Token;

    /// <summary>What the process has to answer if it was asked to end; otherwise null.</summary>
    public ExitCode? Code { get; private set; }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _lastResort?.Dispose();
        _source.Dispose();
    }

    private void Hear(PosixSignalContext signal, ExitCode code)
    {
        signal.Cancel = true;
        if (Code is not null)
        {
            Libc.Exit((int)code);
        }

        Code = code;
        _lastResort = new(_ => Libc.Exit((int)code), null, _grace, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }
}
