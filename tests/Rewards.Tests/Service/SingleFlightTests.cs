using HpcVerify.Rewards.Service;

namespace HpcVerify.Rewards.Tests.Service;

/// <summary>Work that is asked for several times at once is done once, and goes on as long as somebody waits.</summary>
public sealed class SingleFlightTests
{
    private static readonly ContentHash Name = ContentHash.Of(ContentHash.Part("kernel", "a"));
    private static readonly ContentHash Other = ContentHash.Of(ContentHash.Part("kernel", "b"));

    private readonly SingleFlight<int> _flights = new();
    private readonly TaskCompletionSource<int> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    [Fact]
    public async Task SixtyFourAskersCostOneRun()
    {
        var askers = Enumerable.Range(0, 64).Select(_ => Join(Name)).ToList();
        _result.SetResult(7);

        Assert.All(await Task.WhenAll(askers), result => Assert.Equal(7, result));
        Assert.Equal(1, _begun);
        Assert.Equal(0, _flights.Count);
    }

    [Fact]
    public async Task OtherWorkIsNotWaitedFor()
    {
        var waiting = Join(Name);

        Assert.Equal(9, await _flights.Join(Other, _ => Task.FromResult(9), CancellationToken.None));
        Assert.False(waiting.IsCompleted);
        _result.SetResult(7);
        Assert.Equal(7, await waiting);
    }

    [Fact]
    public async Task WhoLeavesDoesNotStopTheWorkOfThoseWhoStay()
    {
        using var leaving = new CancellationTokenSource();
        var (left, stayed) = (Join(Name, leaving.Token), Join(Name));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        var late = Join(Name);
        _result.SetResult(7);

        Assert.Equal((7, 7, 1), (await stayed, await late, _begun));
    }

    [Fact]
    public async Task WorkThatNobodyWaitsForIsGivenUpAndBegunAnew()
    {
        using var leaving = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        var left = _flights.Join(Name, async token =>
        {
            try
            {
                return await _result.Task.WaitAsync(token);
            }
            finally
            {
                stopped.SetResult();
            }
        }, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await stopped.Task;

        Assert.Equal(9, await _flights.Join(Name, _ => Task.FromResult(9), CancellationToken.None));
    }

    [Fact]
    public async Task AFailureIsToldToAllAndNotKept()
    {
        var (first, second) = (Join(Name), Join(Name));
        _result.SetException(new IOException("the disk is full"));
        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);

        Assert.Equal(9, await _flights.Join(Name, _ => Task.FromResult(9), CancellationToken.None));
        Assert.Equal(1, _begun);
    }

    private Task<int> Join(ContentHash name, CancellationToken cancellation = default) => _flights.Join(name, _ =>
    {
        Interlocked.Increment(ref _begun);
        return _result.Task;
    }, cancellation);
}
