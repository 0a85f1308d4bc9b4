using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>A way in which two accesses may happen at once.</summary>
/// <param name="Possible">It holds whenever they do: what it excludes cannot happen.</param>
/// <param name="Certain">Where this holds, too, some schedule makes them happen at once; false where none is known to.</param>
internal sealed record Meeting(Formula Possible, Formula Certain);
