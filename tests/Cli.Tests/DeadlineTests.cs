using HpcVerify.Cli.Commands;

namespace HpcVerify.Cli.Tests;

/// <summary>A call that nothing can stop does not stop the program.</summary>
public sealed class DeadlineTests : IDisposable
{
    private readonly ManualResetEventSlim _never = new();
    private readonly CancellationTokenSource _cancellation = new();

    public void Dispose()
    {
        _never.Set();
        _cancellation.Dispose();
    }

    [Fact]
    public void CallThatIsStuckIsAFinding()
    {
        var (value, findings) = new Deadline(TimeSpan.FromMilliseconds(50), _cancellation.Token).Run(Stuck);

        Assert.Null(value);
        Assert.Equal("HV0018: file could not be read within 0.05 s", $"{findings.Single().Rule.Id}: {findings.Single().Message}");
    }

    [Fact]
    public void CallThatReturnsIsItsValue() =>
        Assert.Equal("value", new Deadline(TimeSpan.FromMinutes(1), _cancellation.Token).Run(() => "value").Value);

    [Fact]
    public void CallThatThrowsThrows() => Assert.Throws<InvalidOperationException>(
        () => new Deadline(TimeSpan.FromMinutes(1), _cancellation.Token).Run<string>(() => throw new InvalidOperationException()));

    [Fact]
    public void CancellationIsHeardWhileACallIsStuck()
    {
        _cancellation.CancelAfter(50);

        Assert.Throws<OperationCanceledException>(() => new Deadline(Timeout.InfiniteTimeSpan, _cancellation.Token).Run(Stuck));
    }

    private string Stuck()
    {
        _never.Wait();
        return "";
    }
}
