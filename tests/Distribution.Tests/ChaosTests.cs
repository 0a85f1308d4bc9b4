using HpcVerify.Chaos;
using Xunit.Abstractions;

namespace HpcVerify.Distribution.Tests;

/// <summary>A short one of the run that <c>benchmarks -- chaos</c> makes in full.</summary>
[Collection(BrokerFixture.Name)]
public sealed class ChaosTests(BrokerFixture fixture, ITestOutputHelper output)
{
    private static readonly ChaosPlan Short = new(Jobs: 60, Workers: 4, Milliseconds: 100, TimeSpan.FromSeconds(1), BrokerKills: 1, ServiceKills: 1);

    [Fact]
    public async Task NoJobIsLostOrAnsweredTwiceWhateverIsKilled()
    {
        if (fixture.Broker is { } broker)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));

            var result = await ChaosRun.Run(broker, Short, output.WriteLine, patience.Token);

            Assert.Equal((60, 0, 0), (result.Answered, result.Lost, result.Doubled));
            Assert.Equal((1, 1), (result.BrokerKills, result.ServiceKills));
            Assert.True(result.WorkerKills > 0);
        }
    }
}
