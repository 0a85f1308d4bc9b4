using System.CommandLine;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Cli.Commands;

/// <summary>The broker and the class of machines that an invocation is about.</summary>
internal sealed record QueueSelection(QueueAddress Address, QueueLayout Layout)
{
    private const string Variable = "HPCVERIFY_QUEUE";

    /// <param name="otherwise">What it means to name none.</param>
    public static Option<string?> AddressOption(string otherwise) =>
        new("--queue") { Description = $"the RabbitMQ broker, amqp://[user:password@]host[:port][/virtual-host]; by default {Variable}, where no other user can read the password; {otherwise}" };

    public static Option<string?> ClassOption() =>
        new("--class") { Description = "the class of machines that kernels are verified and timed on; by default what 'hardware detect' calls this one" };

    /// <summary>What was selected, or the sentence that says why that cannot be; neither where no broker is named.</summary>
    public static (QueueSelection? Selection, string? Problem) Read(string? queue, string? machineClass)
    {
        var text = queue ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(text))
        {
            return (null, machineClass is null ? null : "a class of machines has queues at a broker only (name it with --queue)");
        }

        var (address, wrong) = QueueAddress.Parse(text);
        var (named, unknown) = machineClass is null ? Here() : (machineClass, null);
        var (layout, misnamed) = named is null ? (null, $"{unknown} (or name its class with --class)") : QueueLayout.Of(named);
        return (wrong ?? misnamed) is { } problem ? (null, problem) : (new(address!, layout!), null);
    }

    private static (string? Name, string? Problem) Here()
    {
        var (machine, problem) = HardwareDetection.Read(MachineFiles.Here, []);
        return (machine?.Name, problem);
    }
}
