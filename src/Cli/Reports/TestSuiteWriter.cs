using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Cases;

namespace HpcVerify.Cli.Reports;

/// <summary>Turns suites of cases into documents.</summary>
internal static class TestSuiteWriter
{
    /// <summary>Data that follow from a seed are written down as well for so many elements, so that small cases can be read.</summary>
    private const int MostShown = 64;

    /// <summary>Expected outputs are written down for so many elements.</summary>
    private const long MostExpected = 256;

    private const long MostSteps = 20_000;

    private const string Returned = "the returned value";

    public static TestSuiteDocument Of(TestSuite suite, VerificationRequest request, KernelFileEntry kernel, ulong seed) => new(
        TestSuiteDocument.CurrentSchema,
        suite.Task.Name,
        kernel,
        ClaimText.Overall(suite.Report),
        suite.Report.IsBitwise,
        seed,
        TestSuiteDocument.CurrentGenerator,
        [.. suite.Cases.Select((test, position) => Case(test, position, request))],
        suite.IsFollowed,
        [.. suite.Sides.Select(side => Side(side, request.Source))],
        suite.LeftOut);

    private static TestCaseEntry Case(TestCase test, int position, VerificationRequest request)
    {
        var task = request.Task;
        var units = task.ToleranceAt(test.Sizes);
        var isShown = !CaseData.IsBySeed(test) || CaseData.Count(test.Input) <= MostShown;
        return new(
            position + 1, test.Origin.ToString().ToLowerInvariant(), test.Why, test.Sizes.Values, test.Threads, test.Calls,
            CaseData.IsBySeed(test) ? test.Seed : null, test.IsExact ? 0 : units, test.IsExact,
            isShown ? [.. task.Contract.Parameters.Zip(CaseCall.Arguments(test), WitnessWriter.Argument)] : null,
            isShown ? Expected(test, request) : null, task.ReferenceName);
    }

    private static List<WitnessArgumentEntry>? Expected(TestCase test, VerificationRequest request)
    {
        var elements = test.Input.Outputs.Sum(buffer => (long)buffer.Before.Length / ElementSize.InBytes(buffer.Contract.Element));
        if (elements > MostExpected || CaseAnswer.Of(request, test, MostSteps) is not { } answer)
        {
            return null;
        }

        var outputs = answer.Outputs.Select(output => WitnessWriter.Argument(request.Task.Contract.Parameters.Single(parameter => parameter.Name == output.Name), output));
        return answer.Returned is { } returned
            ? [.. outputs, WitnessWriter.Value(Returned, request.Task.Prototype.Result, returned)]
            : [.. outputs];
    }

    private static BranchSideEntry Side(CoveredSide covered, SourceText source)
    {
        var place = source.PositionOf(covered.Side.Span.Start);
        return new(place.Line, place.Column, covered.Side.Side, covered.Case + 1, covered.Side.FirstTaken?.Values);
    }
}
