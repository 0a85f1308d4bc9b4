using System.Collections.Concurrent;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Tests.Scoring;

public sealed class NodeGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void ManyWorkAtOnce()
    {
        var (gate, meeting) = (new NodeGate(), new Barrier(3));

        Assert.All(InThreads(3, () => gate.Work(() => meeting.SignalAndWait(Patience), CancellationToken.None)), Assert.True);
    }

    [Fact]
    public void WhoMeasuresIsAlone()
    {
        var gate = new NodeGate();
        var (busy, most, measured) = (0, 0, 0);
        var seen = InThreads(6, () =>
        {
            for (var round = 0; round < 40; round++)
            {
                gate.Work(
                    () =>
                    {
                        Interlocked.Increment(ref busy);
                        Thread.SpinWait(200);
                        Interlocked.Decrement(ref busy);
                        var others = gate.Alone(
                            () =>
                            {
                                var here = Interlocked.Increment(ref measured);
                                Thread.SpinWait(200);
                                var met = here - 1 + Volatile.Read(ref busy);
                                Interlocked.Decrement(ref measured);
                                return met;
                            },
                            CancellationToken.None);
                        Interlocked.Exchange(ref most, Math.Max(most, others));
                        return others;
                    },
                    CancellationToken.None);
            }

            return true;
        });

        Assert.Equal((6, 0), (seen.Count, most));
    }

    [Fact]
    public async Task WhoWaitsCanLeaveAndTheGateGoesOn()
    {
        var (gate, leave, inside) = (new NodeGate(), new CancellationTokenSource(), new ManualResetEventSlim());
        using var release = new ManualResetEventSlim();
        var worker = Task.Run(() => gate.Work(
            () =>
            {
                inside.Set();
                return release.Wait(Patience);
            },
            CancellationToken.None));
        Assert.True(inside.Wait(Patience));
        var measurer = Task.Run(() => gate.Work(() => gate.Alone(() => 1, leave.Token), CancellationToken.None));
        leave.CancelAfter(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => measurer);
        release.Set();
        Assert.True(await worker.WaitAsync(Patience));
        Assert.Equal(2, gate.Work(() => gate.Alone(() => 2, CancellationToken.None), CancellationToken.None));
    }

    private static ConcurrentBag<T> InThreads<T>(int count, Func<T> run)
    {
        var results = new ConcurrentBag<T>();
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => results.Add(run()))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => Assert.True(thread.Join(Patience)));
        return results;
    }
}
