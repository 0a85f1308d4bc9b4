using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <remarks>What constructs do to the variables that they make copies of, and what the lanes of a <c>simd</c> loop share.</remarks>
internal sealed partial class Extractor
{
    /// <summary>What the lanes of a <c>simd</c> loop share and change; such variables are memory.</summary>
    private ImmutableHashSet<Variable> _lanes = [];

    private bool IsTeamMemoryOf(ImmutableHashSet<Variable> lanes, Variable variable) =>
        lanes.Contains(variable) || (_team is { } team && team.Changed.Contains(variable));

    private void ShareAmongLanes(KernelStatement.Region region)
    {
        var changed = ChangedIn(region);
        foreach (var variable in changed.InOrder())
        {
            _lanes = _lanes.Add(variable);
            _ = Home(variable, region.Span);
        }
    }

    /// <summary>A copy that starts as the original reads it, in each thread that comes (OpenMP 5.2 section 5.4.4).</summary>
    private void ReadOriginals(KernelStatement.Region region, Enclosure.Single copying)
    {
        var enclosures = _enclosures;
        foreach (var variable in Copied(region, sharing => sharing is Sharing.FirstPrivate or Sharing.FirstLastPrivate or Sharing.Linear))
        {
            _enclosures = enclosures.Add(copying);
            Touch(AccessKind.Read, Original(variable, region), new Place.Named(variable, variable.Type, region.Span));
        }

        _enclosures = enclosures;
    }

    /// <summary>
    /// The thread that executes the last turn writes the original, after all copies were made of it; those of a reduction are
    /// combined into it one after the other, for all that others know (OpenMP 5.2 sections 5.4.5 and 5.5.8).
    /// </summary>
    private void WriteOriginals(KernelStatement.Region region, Enclosure.Single copying)
    {
        var (enclosures, combining) = (_enclosures, new Enclosure.Critical($"reduction of {copying.Position}", _journal.NextPosition(), region.Span));
        foreach (var variable in Copied(region, sharing => sharing is Sharing.Reduction))
        {
            _enclosures = enclosures.Add(combining);
            Touch(AccessKind.Write, Original(variable, region), new Place.Named(variable, variable.Type, region.Span));
        }

        foreach (var variable in Copied(region, sharing => sharing is Sharing.LastPrivate or Sharing.FirstLastPrivate or Sharing.Linear))
        {
            _enclosures = enclosures.Add(copying);
            Touch(AccessKind.Write, Original(variable, region), new Place.Named(variable, variable.Type, region.Span));
        }

        _enclosures = enclosures;
    }

    private Symbolic.Address Original(Variable variable, KernelStatement.Region region) => new(Home(variable, region.Span)!, IntegerPolynomial.Zero);

    /// <summary>Variables whose original is memory that the team shares.</summary>
    private List<Variable> Copied(KernelStatement.Region region, Func<Sharing, bool> isWanted) => region.Sharing
        .Where(item => _team is not null && isWanted(item.Sharing) && (IsTeamMemory(item.Variable) || (!IsScalar(item.Variable.Type) && _state.Homes.ContainsKey(item.Variable))))
        .Select(item => item.Variable).InOrder();
}
