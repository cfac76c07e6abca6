using System;
using System.Collections.Generic;
using GenNet;

namespace CartPole;

/// <summary>An episode among others: where its steps stand, and whether it ended because the cart failed or because its time was over.</summary>
/// <param name="Start">The number of its first step.</param>
/// <param name="Length">Its steps: its return, for each step earns 1.</param>
/// <param name="Failed">Whether the pole fell or the cart left the track.</param>
internal readonly record struct Episode(int Start, int Length, bool Failed);

/// <summary>The episodes of a batch, step after step: the states that the policy met and what it did in them.</summary>
/// <param name="capacity">The episodes of a batch.</param>
internal sealed class Episodes(int capacity)
{
    private readonly float[] _states = new float[capacity * Cart.MostSteps * Cart.StateSize];
    private readonly int[] _actions = new int[capacity * Cart.MostSteps];
    private readonly float[] _lastStates = new float[capacity * Cart.StateSize];
    private readonly List<Episode> _played = [];

    /// <summary>The episodes in order.</summary>
    public IReadOnlyList<Episode> Played => _played;

    /// <summary>The steps of all of them.</summary>
    public int Steps { get; private set; }

    /// <summary>The states before each step, [steps x 4].</summary>
    public ReadOnlySpan<float> States => _states.AsSpan(0, Steps * Cart.StateSize);

    /// <summary>The action of each step.</summary>
    public ReadOnlySpan<int> Actions => _actions.AsSpan(0, Steps);

    /// <summary>The state in which each episode ended, [episodes x 4].</summary>
    public ReadOnlySpan<float> LastStates => _lastStates.AsSpan(0, _played.Count * Cart.StateSize);

    /// <summary>Plays a batch anew.</summary>
    /// <param name="policy">Whose actions are drawn from its probabilities.</param>
    /// <param name="random">Of the first states and of the actions.</param>
    public void Play(PolicyNet policy, RandomStream random)
    {
        _played.Clear();
        Steps = 0;
        while (_played.Count < capacity)
        {
            var cart = new Cart(random);
            int start = Steps;
            while (!cart.HasFailed && Steps - start < Cart.MostSteps)
            {
                Span<float> state = _states.AsSpan(Steps * Cart.StateSize, Cart.StateSize);
                cart.Observe(state);
                int action = Policy.Draw(policy, state, random);
                _actions[Steps++] = action;
                cart.Push(action);
            }

            cart.Observe(_lastStates.AsSpan(_played.Count * Cart.StateSize, Cart.StateSize));
            _played.Add(new Episode(start, Steps - start, cart.HasFailed));
        }
    }
}
