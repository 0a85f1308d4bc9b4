using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>
/// TSVC_2's loops against themselves transformed: <c>dotnet run -c Release --project benchmarks -- tsvc FOLDER [WORK [LOOP]]</c>, where
/// FOLDER holds a checkout of TSVC_2 and WORK, if given, keeps the C that was written.
/// </summary>
internal static class TsvcFigures
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Print(string folder, string? work, string? only, TextWriter output)
    {
        var kept = work ?? Directory.CreateTempSubdirectory("hpcverify-tsvc-").FullName;
        Directory.CreateDirectory(kept);
        var frontEnd = CorpusKernels.Load().FrontEnd;
        var (pairs, refused, loops) = Pairs(TsvcSource.Read(folder, frontEnd), only);
        var differences = NativeComparison.Run(pairs, kept);
        var rows = ImmutableArray.CreateBuilder<TsvcRow>();
        foreach (var pair in pairs)
        {
            File.WriteAllText(Path.Combine(kept, $"{pair.Loop}.c"), pair.OriginalFile);
            File.WriteAllText(Path.Combine(kept, $"{pair.TransformedName}.c"), pair.TransformedFile);
            File.WriteAllText(Path.Combine(kept, $"{pair.Loop}_contract.c"), pair.Signature.Contract(pair.OriginalName));
            rows.Add(InTime(pair, differences[pair.TransformedName], frontEnd));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows[^1].Pair.TransformedName}: {rows[^1].Verdict} ({rows[^1].Reason}), native: {rows[^1].Difference ?? "the same"}, {rows[^1].Elapsed.TotalSeconds:0.0} s"));
        }

        TsvcReport.Write(loops, rows.ToImmutable(), refused, output);
    }

    private static (ImmutableArray<TsvcPair> Pairs, ImmutableArray<TsvcRefusal> Refused, int Loops) Pairs(TsvcSource source, string? only)
    {
        var pairs = ImmutableArray.CreateBuilder<TsvcPair>();
        var refused = ImmutableArray.CreateBuilder<TsvcRefusal>();
        foreach (var (function, arguments) in source.Timed.Where(timed => only is null || timed.Function.Symbol.Name == only))
        {
            foreach (var (name, apply) in TsvcPair.Transformations)
            {
                var obstacles = new List<string>();
                if (TsvcLoop.Of(function, arguments, obstacles) is { } loop && obstacles.Count == 0 && TsvcPair.Of(loop, name, apply, source.Tree, obstacles) is { } pair)
                {
                    pairs.Add(pair);
                }
                else if (obstacles.Count > 0)
                {
                    refused.Add(new(function.Symbol.Name, name, obstacles[0]));
                }
            }
        }

        return (pairs.ToImmutable(), refused.ToImmutable(), source.Timed.Length);
    }

    /// <summary>A pair that takes too long is open; what works on it is left behind, as <c>verify</c> cannot be stopped within a size.</summary>
    private static TsvcRow InTime(TsvcPair pair, string? difference, FrontEnd frontEnd)
    {
        var work = Task.Factory.StartNew(() => Judge(pair, difference, frontEnd), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return work.Wait(Patience) ? work.Result
            : new(pair, TsvcVerdict.Open, string.Create(CultureInfo.InvariantCulture, $"not decided within {Patience.TotalSeconds} s"), difference, Patience);
    }

    private static TsvcRow Judge(TsvcPair pair, string? difference, FrontEnd frontEnd)
    {
        var watch = Stopwatch.StartNew();
        var reference = SourceText.From($"{pair.Loop}.c", pair.OriginalFile);
        var contract = SourceText.From($"{pair.Loop}_contract.c", pair.Signature.Contract(pair.OriginalName));
        var (task, problems) = EquivalenceTaskReader.Read(new(reference, pair.OriginalName), pair.TransformedName, contract, frontEnd.Parse);
        var request = task is null ? throw new InvalidOperationException($"{pair.TransformedName}: {problems[0].Message}")
            : VerificationRequest.Of(task, SourceText.From($"{pair.TransformedName}.c", pair.TransformedFile), source => frontEnd.ParseWithLibrary(source).Value)!;
        var report = BoundedVerification.Verify(request, BoundedOptions.Default, CancellationToken.None);
        var worst = report.Claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted) ?? report.Claims.FirstOrDefault(claim => claim.Verdict is not Verdict.Proved);
        var (verdict, reason) = worst?.Verdict switch
        {
            null => (TsvcVerdict.Proved, ""),
            Verdict.Refuted refuted => (TsvcVerdict.Refuted, string.Create(CultureInfo.InvariantCulture, $"{worst.Property}: {refuted.Witness.What} at {refuted.Witness.Sizes}")),
            Verdict.Unknown unknown => (TsvcVerdict.Open, $"{worst.Property}: {unknown.Reason}"),
            Verdict.Unsupported unsupported => (TsvcVerdict.Open, $"unsupported: {unsupported.Construct}"),
            Verdict.Vacuous vacuous => (TsvcVerdict.Open, vacuous.Precondition),
            _ => throw new UnreachableException(),
        };
        return new(pair, verdict, reason, difference, watch.Elapsed);
    }
}

/// <summary>A pair's verdict in one word.</summary>
internal enum TsvcVerdict
{
    Proved,
    Refuted,
    Open,
}

/// <summary>What was said of a pair, and where a native run saw it differ.</summary>
internal sealed record TsvcRow(TsvcPair Pair, TsvcVerdict Verdict, string Reason, string? Difference, TimeSpan Elapsed)
{
    /// <summary>Proved, and a run differs; or refuted, and none does.</summary>
    public bool IsWrong => (Verdict == TsvcVerdict.Proved && Difference is not null) || (Verdict == TsvcVerdict.Refuted && Difference is null);
}

/// <summary>A loop that a transformation does not take.</summary>
internal sealed record TsvcRefusal(string Loop, string Transformation, string Reason);
