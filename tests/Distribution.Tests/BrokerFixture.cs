using HpcVerify.Chaos;

namespace HpcVerify.Distribution.Tests;

/// <summary>One broker for all tests, which run one after another; null where none is installed, which is printed.</summary>
[CollectionDefinition(Name)]
public sealed class BrokerFixture : ICollectionFixture<BrokerFixture>, IDisposable
{
    public const string Name = "broker";

    public BrokerFixture()
    {
        if (!Chaos.Broker.IsInstalled)
        {
            Console.WriteLine("environment: no broker is installed (apt-get install rabbitmq-server); tests of queues are left out");
            return;
        }

        Broker = new();
        Broker.Start();
    }

    public Broker? Broker { get; }

    public void Dispose() => Broker?.Dispose();
}
