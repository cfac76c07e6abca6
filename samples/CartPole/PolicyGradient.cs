using System;
using GenNet;

namespace CartPole;

/// <summary>
/// REINFORCE with a baseline (Williams, 1992): ascent on J, the expected return, whose gradient by the parameters w of the policy is the mean over the steps t of
/// A_t d log pi(a_t | s_t) / dw.
/// </summary>
/// <remarks>
/// No loss of a network has this gradient, but it goes through the network's outputs: with the logits z of a step,
/// <code>
/// pi(a | s)           = e^z_a / (e^z_0 + e^z_1)
/// log pi(a | s)       = z_a - log(e^z_0 + e^z_1)
/// d log pi(a | s) / dz_i = (1 if i = a, else 0) - e^z_i / (e^z_0 + e^z_1)     one-hot minus softmax
/// dJ / dz_i           = A_t / steps * (one-hot_i - softmax_i)
/// </code>
/// That is written here, by hand; from there on to dJ / dw the network's VectorJacobianProduct takes it, sums over all steps included.
/// </remarks>
/// <param name="policy">The policy that becomes better.</param>
/// <param name="baseline">Of which the advantages A_t come.</param>
/// <param name="mostEpisodes">The episodes of a batch.</param>
internal sealed class PolicyGradient(PolicyNet policy, Baseline baseline, int mostEpisodes)
{
    private const float LearningRate = 0.02f;

    private readonly Adam _optimizer = new(LearningRate);
    private readonly float[] _advantages = new float[mostEpisodes * Cart.MostSteps];
    private readonly float[] _logits = new float[mostEpisodes * Cart.MostSteps * Cart.Actions];
    private readonly float[] _outputGradients = new float[mostEpisodes * Cart.MostSteps * Cart.Actions];
    private readonly float[] _gradients = new float[PolicyNet.Layout.Length];

    /// <summary>One step on the gradient of a batch. The episodes must be of the policy as it is: what another would have met says nothing about this one.</summary>
    public void Improve(Episodes episodes)
    {
        int steps = episodes.Steps;
        Span<float> advantages = _advantages.AsSpan(0, steps);
        Span<float> logits = _logits.AsSpan(0, steps * Cart.Actions), outputGradients = _outputGradients.AsSpan(0, steps * Cart.Actions);
        baseline.Judge(episodes, advantages);
        policy.Forward(episodes.States, logits);
        for (int t = 0; t < steps; t++)
        {
            (float left, float right) = Policy.Probabilities(logits.Slice(t * Cart.Actions, Cart.Actions));
            int action = episodes.Actions[t];

            // Optimizers descend, so it is the gradient of -J: A_t / steps * (softmax - one-hot).
            float scale = advantages[t] / steps;
            outputGradients[t * Cart.Actions] = scale * (left - (action == 0 ? 1 : 0));
            outputGradients[t * Cart.Actions + 1] = scale * (right - (action == 1 ? 1 : 0));
        }

        policy.VectorJacobianProduct(episodes.States, outputGradients, _gradients);
        _optimizer.Update(policy.Parameters, _gradients);
    }
}
