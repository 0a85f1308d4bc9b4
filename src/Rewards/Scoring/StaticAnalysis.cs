using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Detectors;
using HpcVerify.Detectors.Policy;
using HpcVerify.Detectors.Submissions;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Scoring;

/// <summary>Everything that can be said of a submission without running it.</summary>
public static class StaticAnalysis
{
    public static StaticReport Run(string path, ReadOnlySpan<byte> bytes, KernelTask task, FrontEnd frontEnd) =>
        Run(path, bytes, task, frontEnd, StaticOptions.None);

    public static StaticReport Run(string path, ReadOnlySpan<byte> bytes, KernelTask task, FrontEnd frontEnd, StaticOptions options)
    {
        var watch = Stopwatch.StartNew();
        var (source, unreadable) = SourceReader.Read(path, bytes);
        if (source is null)
        {
            return new(SourceText.FromBytes(path, bytes), null, unreadable, Fail(Level.Format, unreadable), [new("extract", watch.Elapsed)]);
        }

        var (submission, selection) = Submission.Select(source, task.EntryPoint, frontEnd.Parse);
        var extract = new StageTime("extract", watch.Elapsed);
        if (submission is null)
        {
            ImmutableArray<Diagnostic> findings = [.. unreadable, .. selection];
            return new(source, null, findings, Fail(Level.Format, findings), [extract]);
        }

        watch.Restart();
        var context = DetectionContext.Of(task) with { Stage = options.Stage };
        ImmutableArray<Diagnostic> all =
        [
            .. unreadable.Concat(selection)
                .Concat(PreprocessorAudit.Inspect(submission.Source, frontEnd.BuildMacros))
                .Concat(DetectorSuite.Detect(submission.Tree, context, options.More))
                .Order(Diagnostic.Order),
        ];
        return new(submission.Source, submission.Tree, all, FirstFailure(all), [extract, new("check", watch.Elapsed)]);
    }

    /// <summary>The worst rung any error stands on, with the first error on that rung for a reason.</summary>
    private static Failure? FirstFailure(ImmutableArray<Diagnostic> findings)
    {
        var errors = findings.Where(finding => finding.Rule.Severity == Severity.Error).ToList();
        return errors.FirstOrDefault(error => Ladder.RungOf(error.Rule) == Rung.Format) is { } format
            ? new(Level.Format, format.Message)
            : errors.FirstOrDefault(error => Ladder.RungOf(error.Rule) == Rung.Library) is { } library
                ? new(Level.Library, library.Message)
                : null;
    }

    private static Failure Fail(Level level, ImmutableArray<Diagnostic> findings) =>
        new(level, findings.FirstOrDefault(finding => finding.Rule.Severity == Severity.Error)?.Message ?? "no kernel was found");
}
