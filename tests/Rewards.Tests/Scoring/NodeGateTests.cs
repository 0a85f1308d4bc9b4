using System.Collections.Concurrent;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Tests.Scoring;

public sealed class NodeGateTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-gate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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

    [Fact]
    public void WhoMeasuresIsAloneOnTheMachineWhateverProcessItIs()
    {
        NodeGate[] gates = [NodeGate.OfMachine(_folder), NodeGate.OfMachine(_folder), NodeGate.OfMachine(_folder)];
        var (busy, met, turns, next) = (0, 0, 0, 0);
        InThreads(6, () =>
        {
            var gate = gates[Interlocked.Increment(ref next) % gates.Length];
            for (var round = 0; round < 8; round++)
            {
                gate.Work(
                    () =>
                    {
                        Interlocked.Increment(ref busy);
                        Thread.SpinWait(200);
                        Interlocked.Decrement(ref busy);
                        return gate.Alone(
                            () =>
                            {
                                Interlocked.Add(ref met, Interlocked.Increment(ref busy) - 1);
                                Thread.Sleep(1);
                                Interlocked.Add(ref met, Volatile.Read(ref busy) - 1);
                                Interlocked.Decrement(ref busy);
                                return Interlocked.Increment(ref turns);
                            },
                            CancellationToken.None);
                    },
                    CancellationToken.None);
                gate.Glance(() => Interlocked.Increment(ref busy) + Interlocked.Decrement(ref busy), CancellationToken.None);
            }

            return true;
        });

        Assert.Equal((48, 0), (turns, met));
    }

    [Fact]
    public async Task WhoWantsToMeasureIsNotKeptWaitingByTheWorkOfAnotherProcess()
    {
        var (here, there) = (NodeGate.OfMachine(_folder), NodeGate.OfMachine(_folder));
        using var end = new CancellationTokenSource();
        var others = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                there.Work(() => end.Token.WaitHandle.WaitOne(30), CancellationToken.None);
            }
        })).ToList();

        Assert.Equal(1, await Task.Run(() => here.Work(() => here.Alone(() => 1, CancellationToken.None), CancellationToken.None)).WaitAsync(Patience));
        await end.CancelAsync();
        await Task.WhenAll(others).WaitAsync(Patience);
    }

    [Fact]
    public async Task WhoGoesFromTheQueueForTheMachineLetsOthersIn()
    {
        var (here, there) = (NodeGate.OfMachine(_folder), NodeGate.OfMachine(_folder));
        using var isWorking = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var worker = Task.Run(() => there.Work(() => Until(release, isWorking), CancellationToken.None));
        Assert.True(isWorking.Wait(Patience));
        using var leave = new CancellationTokenSource(100);
        var measurer = Task.Run(() => here.Work(() => here.Alone(() => 1, leave.Token), CancellationToken.None));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => measurer.WaitAsync(Patience));
        var entered = await Task.Run(() => there.Work(() => 2, CancellationToken.None)).WaitAsync(Patience);
        release.Set();

        Assert.Equal((2, true), (entered, await worker));
    }

    [Fact]
    public async Task AGlanceWaitsForWhoMeasuresAndNotForWhoWaits()
    {
        var gate = new NodeGate();
        using ManualResetEventSlim finish = new(), measure = new();
        var worker = Task.Run(() => gate.Work(() => finish.Wait(Patience), CancellationToken.None));
        var measurer = Task.Run(() => gate.Work(() => gate.Alone(() => measure.Wait(Patience), CancellationToken.None), CancellationToken.None));

        // Nobody else gets in to work from when it waits.
        while (await IsIn(gate.Work, Soon))
        {
            await Task.Delay(5);
        }

        Assert.True(await IsIn(gate.Glance, Patience));
        finish.Set();
        Assert.True(await worker);
        while (await IsIn(gate.Glance, Soon))
        {
            await Task.Delay(5);
        }

        measure.Set();
        Assert.True(await measurer.WaitAsync(Patience));
        Assert.True(await IsIn(gate.Glance, Patience));
    }

    /// <summary>Whether it lets somebody in within that time.</summary>
    private static async Task<bool> IsIn(Func<Func<bool>, CancellationToken, bool> door, TimeSpan within)
    {
        using var soon = new CancellationTokenSource(within);
        try
        {
            return await Task.Run(() => door(() => true, soon.Token));
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static ConcurrentBag<T> InThreads<T>(int count, Func<T> run)
    {
        var results = new ConcurrentBag<T>();
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => results.Add(run()))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => Assert.True(thread.Join(Patience)));
        return results;
    }

    private static bool Until(ManualResetEventSlim release, ManualResetEventSlim hasBegun)
    {
        hasBegun.Set();
        return release.Wait(Patience);
    }
}
