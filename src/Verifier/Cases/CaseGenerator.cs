using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Native;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Cases;

/// <summary>
/// Makes test cases for one kernel from what its bounded verification saw: the counterexample, boundaries, sizes that take new
/// sides of branches, shapes of index arrays, and special values where they may judge.
/// </summary>
public sealed class CaseGenerator
{
    /// <summary>Data tried for a side that depends on contents.</summary>
    private const int TriesPerSide = 4;

    /// <summary>What a case may cost whose data are chosen element by element.</summary>
    private const long SmallWork = 2_000;

    /// <summary>Sizes at which chosen data are tried.</summary>
    private const int ChosenSizes = 2;

    private static readonly ImmutableArray<int> Teams = [2, 3, 5, 1];

    private readonly VerificationRequest _request;
    private readonly BoundedReport _report;
    private readonly CaseOptions _options;
    private readonly KernelTask _task;
    private readonly CaseCover _cover;
    private readonly List<TestCase> _cases = [];
    private readonly List<string> _leftOut = [];
    private long _followed;

    private CaseGenerator(VerificationRequest request, BoundedReport report, CaseOptions options) =>
        (_request, _report, _options, _task, _cover) = (request, report, options, request.Task, new(request));

    /// <summary>The cases; calls of the kernel on the evaluator may go deep, and so have a stack of their own.</summary>
    public static TestSuite Generate(VerificationRequest request, BoundedReport report, CaseOptions options) =>
        BigStack.Run(() => new CaseGenerator(request, report, options).Generate());

    private TestSuite Generate()
    {
        Counterexamples();
        foreach (var (sizes, why) in BoundaryCases.Of(_request, _options.MostMined))
        {
            Add(CaseOrigin.Boundary, sizes, why);
        }

        // A kernel that cannot be followed has no sides to cover.
        var isFollowed = !_report.Claims.Any(claim => claim.Verdict is Verdict.Unsupported);
        if (isFollowed)
        {
            Branches();
        }

        var chosen = SizesForChosenData();
        foreach (var (drawn, shape) in chosen.SelectMany(IndexShapes.Of))
        {
            Keep(new(CaseOrigin.Shape, shape, drawn, null));
        }

        Specials(chosen);
        return new(_task, _report, [.. _cases], isFollowed ? _cover.Sides(_report.Sides) : [], [.. _leftOut]) { IsFollowed = isFollowed };
    }

    private void Counterexamples()
    {
        foreach (var claim in _report.Claims)
        {
            if (claim.Verdict is Verdict.Refuted { Witness: { Call: var call } witness } && CaseCall.Input(_task, call) is { } input)
            {
                var test = new TestCase(CaseOrigin.Counterexample, $"{claim.Property.ToString().ToLowerInvariant()}: {witness.What}", input, null) { Calls = call.Options.Calls, Overlap = CaseCall.OverlapOf(call) };
                _cases.Add(test with { Threads = witness.Threads });
            }
        }
    }

    /// <summary>For each side that the verification took and no case takes: its sizes, with data that take it if any are found.</summary>
    private void Branches()
    {
        for (var position = 0; position < _cases.Count; position++)
        {
            Follow(_cases[position], position);
        }

        foreach (var side in _report.Sides.Where(side => side.FirstTaken is not null))
        {
            foreach (var test in Candidates(side).TakeWhile(_ => !_cover.Takes(side)))
            {
                if (Follow(test, _cases.Count))
                {
                    Keep(test);
                }
            }
        }
    }

    /// <summary>Calls at the sizes of a side: with drawn data first, then with plain ones.</summary>
    private IEnumerable<TestCase> Candidates(BranchSide side)
    {
        for (var attempt = 0; attempt < TriesPerSide; attempt++)
        {
            if (CaseAt(CaseOrigin.Branch, side.FirstTaken!, Words(side)) is { } test)
            {
                yield return test;
            }
        }

        foreach (var (input, name) in TrialInput.Generate(_task, side.FirstTaken!, NextSeed()) is { } drawn ? PlainData.Of(drawn) : [])
        {
            yield return WithTeam(new(CaseOrigin.Branch, $"{Words(side)}, {name}", input, null));
        }
    }

    private string Words(BranchSide side)
    {
        var place = _request.Source.PositionOf(side.Span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"what is at {place.Line}:{place.Column} {side.Side}");
    }

    private bool Follow(TestCase test, int position)
    {
        var cost = SizeCost.Of(_task, test.Sizes);
        if (_followed > _options.FollowedWork || cost > _options.FollowedWork - _followed)
        {
            return false;
        }

        _followed += cost;
        return _cover.Follow(test, position);
    }

    /// <summary>The largest sizes that are small enough for data in a list, different in as many parameters as possible.</summary>
    private ImmutableArray<TrialInput> SizesForChosenData() =>
    [
        .. SizePlan.For(_task, _request.Kernel.Module, SizePlanOptions.Default).Sizes
            .Where(planned => planned.Cost <= SmallWork)
            .OrderByDescending(planned => planned.Sizes.Values.Values.Min()).ThenByDescending(planned => planned.Sizes.Values.Values.Distinct().Count()).ThenBy(planned => planned.Cost)
            .Select(planned => TrialInput.Generate(_task, planned.Sizes, NextSeed())).OfType<TrialInput>()
            .Take(ChosenSizes),
    ];

    private void Specials(ImmutableArray<TrialInput> chosen)
    {
        if (!_report.IsBitwise)
        {
            _leftOut.Add("special values, which judge only kernels proved equal bit by bit");
            return;
        }

        foreach (var (input, why) in chosen.SelectMany(SpecialValues.Of))
        {
            Keep(new(CaseOrigin.Special, why, input, null) { IsExact = true });
        }
    }

    private void Add(CaseOrigin origin, Sizes sizes, string why)
    {
        var where = _task.Describe(sizes);
        if (SizeCost.Of(_task, sizes) > _options.MostWork * SizeCost.Of(_task, _task.ScoredSizes))
        {
            _leftOut.Add($"{where} ({why}): more work than twice the scored call");
        }
        else if (Elements(sizes) > _options.MostGenerated)
        {
            _leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{where} ({why}): more than {_options.MostGenerated} elements"));
        }
        else if (CaseAt(origin, sizes, why) is not { } test)
        {
            _leftOut.Add($"{where} ({why}): no inputs that the contract allows");
        }
        else if (!CaseData.IsBySeed(test) && CaseData.Count(test.Input) > _options.MostElements)
        {
            _leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{where} ({why}): more than {_options.MostElements} elements to write down"));
        }
        else
        {
            Keep(test);
        }
    }

    private double Elements(Sizes sizes) =>
        _task.Contract.Buffers.Sum(buffer => ContractArithmetic.Real(buffer.Count, sizes) ?? 0);

    private TestCase? CaseAt(CaseOrigin origin, Sizes sizes, string why)
    {
        var seed = NextSeed();
        return TrialInput.Generate(_task, sizes, seed) is { } input ? WithTeam(new(origin, why, input, seed)) : null;
    }

    private ulong _seeds;

    private ulong NextSeed() => (_options.Seed * 1_000_003) + _seeds++;

    private void Keep(TestCase test) => _cases.Add(WithTeam(test));

    /// <summary>The team that the contract promises; else teams take turns, since a kernel must be right for each.</summary>
    private TestCase WithTeam(TestCase test) =>
        !_request.Kernel.HasTeams ? test : test with { Threads = _task.TeamAt(test.Sizes) ?? Teams[_cases.Count % Teams.Length] };
}
