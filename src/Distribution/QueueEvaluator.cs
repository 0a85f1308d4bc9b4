using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution;

/// <summary>What a service says of itself to those who work for it.</summary>
/// <param name="Service">The service's name at the broker: answers that come while it is away wait for the next process of that name. One process at a time has it.</param>
/// <param name="Toolset">The programs that results depend on; workers with others refuse its jobs.</param>
public sealed record QueueService(string Service, QueueLayout Layout, string Toolset);

/// <summary>
/// Has jobs evaluated by the workers at a broker. A job is sent until the broker has stored it, and then waited for, across losses of connection on either
/// side; of several answers the first counts. What no worker survives comes back from the broker and is evidence without a number.
/// </summary>
public sealed class QueueEvaluator : IEvaluator, IDisposable
{
    /// <summary>Answers that may be on their way at once.</summary>
    private const ushort AnswersAtOnce = 64;

    /// <summary>A broker that lost its disk has forgotten what it stored.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Between two looks at the queues, for people to see.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);

    private readonly QueueAddress _address;
    private readonly QueueService _service;
    private readonly Action<string> _complain;
    private readonly Flights _flights = new();
    private readonly Channel<Flight> _outbox = Channel.CreateUnbounded<Flight>();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _life;
    private volatile string? _problem = "the broker was not reached yet";
    private volatile IReadOnlyList<QueueState> _queues = [];
    private int _surplus;

    /// <param name="complain">Is told what a person should know, a sentence at a time.</param>
    public QueueEvaluator(QueueAddress address, QueueService service, Action<string> complain)
    {
        (_address, _service, _complain) = (address, service, complain);
        _life = Task.Run(Live);
    }

    public int Pending => _flights.Count;

    /// <summary>Why jobs cannot be sent at present; null where they can.</summary>
    public string? Problem => _problem;

    public ImmutableArray<QueueState> Queues => _problem is null ? [.. _queues] : [];

    /// <summary>Answers to jobs that had been answered before; nobody was told of them.</summary>
    public int SurplusAnswers => Volatile.Read(ref _surplus);

    public async Task<Evidence> Evaluate(EvaluationJob job, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_end.IsCancellationRequested)
        {
            return Stopped;
        }

        var (flight, isNew) = _flights.Board(new(job, _service.Toolset, null));
        if (isNew)
        {
            _outbox.Writer.TryWrite(flight);
        }

        try
        {
            return await flight.Answer.Task.WaitAsync(Longest, cancellation);
        }
        catch (TimeoutException)
        {
            _flights.GiveUp(flight);
            return Evidence.Unknown(string.Create(CultureInfo.InvariantCulture, $"no worker answered within {Longest.TotalHours:0} hours"));
        }
        finally
        {
            _flights.Leave(flight);
        }
    }

    /// <summary>Tells those who still wait that there will be no answer; what was sent stays at the broker.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _life.Wait(ClosePatience);
        _flights.LandAll(Stopped);
    }

    private static Evidence Stopped => Evidence.Unknown("the service was stopped");

    private async Task Live()
    {
        var patience = new Patience();
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await using var session = await BrokerSession.Open(_address, $"hpcverify service {_service.Service}", _end.Token);
                var jobs = await Prepare(session);
                patience.Reset();
                _problem = null;
                _complain($"connected to the broker at {_address} as '{_service.Service}', for the class '{_service.Layout.Class}'");
                var watch = await session.OpenChannel(prefetch: 1, _end.Token);
                Handle(session, () => Watch(session, watch));
                await Send(session, jobs);
                throw session.Reason;
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                // The end.
            }
            catch (Exception exception)
            {
                var trouble = BrokerException.Because(exception);
                _problem = $"the broker at {_address} {trouble.Message}";
                if (patience.IsFresh && !_end.IsCancellationRequested)
                {
                    _complain(Patience.Sentence(_address, trouble));
                }

                await patience.Wait(_end.Token);
            }
        }
    }

    /// <summary>Declares the queues and has answers and dead letters brought; the channel for jobs.</summary>
    private async Task<BrokerChannel> Prepare(BrokerSession session)
    {
        var jobs = await session.OpenChannel(prefetch: 1, _end.Token);
        await _service.Layout.Declare(jobs, _end.Token);
        if (await QueueLayout.DeclareAnswers(jobs, _service.Service, _end.Token) > 0)
        {
            throw new BrokerException($"has another service named '{_service.Service}'", false, null);
        }

        var answers = await session.OpenChannel(AnswersAtOnce, _end.Token);
        await answers.Consume(QueueLayout.AnswersTo(_service.Service), delivery => Handle(session, () => Hear(answers, delivery)), _end.Token);

        var dead = await session.OpenChannel(AnswersAtOnce, _end.Token);
        await dead.Consume(QueueLayout.Dead, delivery => Handle(session, () => Bury(dead, delivery)), _end.Token);
        return jobs;
    }

    /// <summary>Sends what the broker may not have yet, then what is new, until the session ends. What was sent twice is answered once.</summary>
    private async Task Send(BrokerSession session, BrokerChannel jobs)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, session.Ended);
        while (_outbox.Reader.TryRead(out _))
        {
            // All of them are among the unsent.
        }

        foreach (var flight in _flights.Unsent())
        {
            Handle(session, () => Send(session, jobs, flight));
        }

        try
        {
            await foreach (var flight in _outbox.Reader.ReadAllAsync(over.Token))
            {
                Handle(session, () => Send(session, jobs, flight));
            }
        }
        catch (OperationCanceledException) when (!_end.IsCancellationRequested)
        {
            // The end of the session.
        }
    }

    /// <summary>Looks at the queues until the session ends.</summary>
    private async Task Watch(BrokerSession session, BrokerChannel channel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, session.Ended);
        while (!over.IsCancellationRequested)
        {
            _queues = await _service.Layout.Look(channel, CancellationToken.None);
            await Task.Delay(BetweenLooks, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Send(BrokerSession session, BrokerChannel jobs, Flight flight)
    {
        if (!_flights.BeginsToSend(flight, session))
        {
            return;
        }

        var job = flight.Queued.Job;
        var first = job.Options.Stages.HasFlag(ScoringStages.Verification) ? ScoringStages.Verification : ScoringStages.Timing;
        if (!await jobs.Publish(_service.Layout.Of(first), QueueLayout.AnswersTo(_service.Service), job.Name.Text, flight.Queued.Write()))
        {
            throw new BrokerException("no longer has the queue of jobs", false, null);
        }

        _flights.Stored(flight);
    }

    private async Task Hear(BrokerChannel channel, Delivery delivery)
    {
        if (ContentHash.Parse(delivery.CorrelationId) is { } name)
        {
            if (!_flights.Land(name, Read(delivery.Body)))
            {
                Interlocked.Increment(ref _surplus);
            }
        }
        else
        {
            _complain("an answer that belongs to no job was thrown away");
        }

        await channel.Acknowledge(delivery);
    }

    private static Evidence Read(byte[] body)
    {
        try
        {
            return ServiceJson.ReadEvidence(body);
        }
        catch (JsonException exception)
        {
            return Evidence.Unknown($"the worker's answer cannot be read: {exception.Message}");
        }
    }

    /// <summary>Whoever finds a dead letter answers it for the one who sent it.</summary>
    private async Task Bury(BrokerChannel channel, Delivery delivery)
    {
        var reason = delivery.DeathReason == "delivery_limit"
            ? string.Create(CultureInfo.InvariantCulture, $"the job was given to workers {QueueLayout.MostAttempts} times, and none of them lived to answer")
            : $"the broker gave the job back: {delivery.DeathReason}";
        if (delivery.ReplyTo.Length == 0 || !await channel.Publish(delivery.ReplyTo, "", delivery.CorrelationId, ServiceJson.Write(Evidence.Unknown(reason))))
        {
            _complain($"a job that nobody waits for was thrown away; {reason}");
        }

        await channel.Acknowledge(delivery);
    }

    /// <summary>Runs beside; what fails ends the session, and the next one begins with all that is not done.</summary>
    private static void Handle(BrokerSession session, Func<Task> work) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            await session.End(BrokerException.Because(exception));
        }
    });
}
