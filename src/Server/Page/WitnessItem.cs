using System.Globalization;
using System.Text;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Server.Page;

/// <summary>A call that goes wrong, as far as it is known: numbers as text, because not all of them are numbers in JSON.</summary>
/// <param name="Sizes">As the task writes them; null where no sizes are known.</param>
/// <param name="Line">Where in the response; null where no place is to blame.</param>
/// <param name="Thread">The thread that did it, of <paramref name="Threads"/>; null where that is not known.</param>
/// <param name="Lane">The lane of a vector; null outside of vectors.</param>
public sealed record WitnessItem(
    string What, string? Sizes, int? Line, WitnessElement? Element, int Threads, int? Thread, int? Lane, IReadOnlyList<WitnessValue> Indices, IReadOnlyList<WitnessValue> Inputs)
{
    internal static WitnessItem? Of(Evidence evidence, string response) => evidence switch
    {
        { Proof.Witness: { } witness } => Of(witness, response),
        { Failure: { Level: Level.Verification or Level.Runtime or Level.Timeout } failure } =>
            new(ActivityEntry.Cut(failure.Reason), failure.Sizes, null, WitnessElement.Of(failure.Element), 1, null, null, [], []),
        _ => null,
    };

    private static WitnessItem Of(ProofWitness witness, string response) => new(
        ActivityEntry.Cut(witness.What), witness.Sizes, SourceText.OfResponse(response).PositionOf(witness.Start).Line,
        WitnessElement.Of(witness.Element), witness.Threads, witness.Thread, witness.Lane,
        [.. witness.Indices.Select(index => new WitnessValue(index.Name, index.Value.ToString(CultureInfo.InvariantCulture)))],
        [.. witness.Inputs.Select(input => new WitnessValue(input.Name, Text(input.Value)))]);

    internal static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>What has a name and a value.</summary>
public sealed record WitnessValue(string Name, string Value);

/// <summary>An element of an output, what it should be and what it is; null where nothing was computed.</summary>
public sealed record WitnessElement(string Name, string Expected, string? Actual)
{
    internal static WitnessElement? Of(DifferentElement? element) =>
        element is null ? null : new(element.Name, WitnessItem.Text(element.Expected), element.Actual is { } actual ? WitnessItem.Text(actual) : null);
}
