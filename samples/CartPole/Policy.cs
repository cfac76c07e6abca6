using System;
using System.Collections.Generic;
using GenNet;

namespace CartPole;

/// <summary>From logits to actions.</summary>
internal static class Policy
{
    /// <summary>pi(a | s) = e^z_a / (e^z_0 + e^z_1), the softmax of the logits.</summary>
    /// <param name="logits">z, [2].</param>
    public static (float Left, float Right) Probabilities(ReadOnlySpan<float> logits)
    {
        // The larger logit is taken from both: no exponential overflows.
        float largest = MathF.Max(logits[0], logits[1]);
        float left = MathF.Exp(logits[0] - largest), right = MathF.Exp(logits[1] - largest);
        return (left / (left + right), right / (left + right));
    }

    /// <summary>An action drawn from its probabilities.</summary>
    public static int Draw(PolicyNet net, ReadOnlySpan<float> state, RandomStream random)
    {
        Span<float> logits = stackalloc float[Cart.Actions];
        net.Forward(state, logits);
        return random.NextSingle() < Probabilities(logits).Right ? 1 : 0;
    }

    /// <summary>An episode in which the likelier action is taken in every state.</summary>
    /// <returns>The cart at the start and after each step.</returns>
    public static List<Cart> PlayBest(PolicyNet net, Cart cart)
    {
        Span<float> state = stackalloc float[Cart.StateSize], logits = stackalloc float[Cart.Actions];
        List<Cart> path = [cart];
        while (!cart.HasFailed && path.Count <= Cart.MostSteps)
        {
            cart.Observe(state);
            net.Forward(state, logits);
            cart.Push(logits[1] > logits[0] ? 1 : 0);
            path.Add(cart);
        }

        return path;
    }
}
