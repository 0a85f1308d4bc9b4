using System.Globalization;
using System.Text;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Service;

/// <summary>Static analysis of a response within a limit: libclang cannot be stopped, so that a call that takes too long is left behind on its thread.</summary>
internal static class TimedAnalysis
{
    /// <summary>A thousand times what an ordinary kernel needs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The report, or why there is none.</summary>
    public static (StaticReport? Report, string Late) Run(string response, KernelTask task, int? stage, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var options = StaticOptions.None with { Stage = Stage.All.SingleOrDefault(known => known.Number == stage) };
        var analysis = Task.Factory.StartNew(
            () => StaticAnalysis.Run("response", Encoding.UTF8.GetBytes(response), task, frontEnd, options),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([analysis], (int)Limit.TotalMilliseconds, cancellation) == 0
            ? (analysis.GetAwaiter().GetResult(), "")
            : (null, string.Create(CultureInfo.InvariantCulture, $"the response could not be read within {Limit.TotalSeconds:0} s"));
    }
}
