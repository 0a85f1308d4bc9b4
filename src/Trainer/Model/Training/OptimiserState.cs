namespace HpcVerify.Trainer.Model.Training;

/// <summary>All that an optimiser's next step depends on beside weights and gradient.</summary>
/// <param name="FirstMoments">m, in the order of the parameters.</param>
/// <param name="SecondMoments">v, in the order of the parameters.</param>
/// <param name="Steps">t: how many steps have been taken.</param>
public sealed record OptimiserState(float[] FirstMoments, float[] SecondMoments, long Steps)
{
    /// <summary>Before the first step.</summary>
    public static OptimiserState Of(ParameterLayout layout) => new(new float[layout.Count], new float[layout.Count], 0);
}
