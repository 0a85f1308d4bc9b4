using System.Globalization;
using HpcVerify.Rewards.Receipts;

namespace HpcVerify.Cli.Reports;

/// <summary>A genuine receipt in words.</summary>
internal static class ReceiptText
{
    public static string Of(string path, Receipt receipt) => PrintableText.Lines(
    [
        $"{path}: genuine; its evidence is worth what it says",
        $"  issued    {receipt.Issued} by hpcverify {receipt.Environment.Tool}",
        $"  machine   {receipt.Environment.Processor}, {receipt.Environment.Cores.ToString(CultureInfo.InvariantCulture)} cores",
        $"  compiler  {receipt.Environment.Compiler}: {receipt.Environment.Flags}",
        $"  solver    {(receipt.Environment.Solver.Length == 0 ? "none" : $"Z3 {receipt.Environment.Solver}")}",
        .. receipt.Samples.Select(sample => string.Create(
            CultureInfo.InvariantCulture,
            $"  sample    {sample.Path}: {(sample.Score is { Level: { } level, Reward: { } reward } ? $"{level.ToString().ToLowerInvariant()}, reward {reward:0.###}" : "unscored")} as '{sample.Task}' under '{receipt.Profile}': {sample.Score.Reason}")),
    ]);
}
