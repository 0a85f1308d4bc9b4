namespace HpcVerify.Trainer.Model.Training;

/// <summary>What a pass over examples found.</summary>
/// <param name="Loss">The sum of the examples' losses.</param>
/// <param name="Tokens">How many tokens of responses there were.</param>
/// <param name="Entropy">The mean entropy of the distributions that they were drawn from, in nats.</param>
public sealed record Measured(double Loss, int Tokens, double Entropy);

/// <summary>What a step did.</summary>
/// <param name="GradientNorm">The Euclidean norm of the gradient before it was clipped; where it is not finite, the step was not taken.</param>
/// <param name="LearningRate">What the step was taken with.</param>
public sealed record StepTaken(Measured Measured, double GradientNorm, double LearningRate);
