using System;
using GenNet;

namespace CartPole;

/// <summary>
/// A cart on a track with a pole hinged to it, pushed to the left or to the right at every step (Barto, Sutton, Anderson, "Neuronlike adaptive elements that can solve
/// difficult learning control problems", 1983). Constants, limits and steps are those of CartPole-v1 of Gymnasium, so returns compare with what is published for it.
/// </summary>
internal struct Cart
{
    /// <summary>The numbers of a state, the actions, the longest episode, and the mean return of 100 episodes from which on it counts as solved.</summary>
    public const int StateSize = 4, Actions = 2, MostSteps = 500, SolvedReturn = 475;

    /// <summary>Where the cart has left the track, in metres, and where the pole has fallen, in radians.</summary>
    public const double TrackEnd = 2.4, Fallen = 12 * Math.PI / 180;

    /// <summary>Of a step, in seconds.</summary>
    public const double StepLength = 0.02;

    private const double Gravity = 9.8, CartMass = 1, PoleMass = 0.1, HalfPole = 0.5, Force = 10;

    private double _x, _velocity, _angle, _spin;

    /// <summary>The cart near the middle of the track, the pole nearly upright: each number uniform in [-0.05, 0.05).</summary>
    public Cart(RandomStream random)
    {
        _x = Start(random);
        _velocity = Start(random);
        _angle = Start(random);
        _spin = Start(random);
    }

    /// <summary>Where the cart is, in metres from the middle.</summary>
    public readonly double Position => _x;

    /// <summary>The angle of the pole from upright, in radians.</summary>
    public readonly double Angle => _angle;

    /// <summary>Whether the episode is over before its time.</summary>
    public readonly bool HasFailed => Math.Abs(_x) > TrackEnd || Math.Abs(_angle) > Fallen;

    /// <summary>Position, velocity, angle, angular velocity.</summary>
    /// <param name="state">[4], overwritten.</param>
    public readonly void Observe(Span<float> state)
    {
        state[0] = (float)_x;
        state[1] = (float)_velocity;
        state[2] = (float)_angle;
        state[3] = (float)_spin;
    }

    /// <summary>A step of Euler's method under a push.</summary>
    /// <param name="action">0 to the left, 1 to the right.</param>
    public void Push(int action)
    {
        const double Mass = CartMass + PoleMass;
        (double sin, double cos) = Math.SinCos(_angle);
        double pull = ((action == 1 ? Force : -Force) + PoleMass * HalfPole * _spin * _spin * sin) / Mass;
        double turning = (Gravity * sin - cos * pull) / (HalfPole * (4.0 / 3 - PoleMass * cos * cos / Mass));
        double acceleration = pull - PoleMass * HalfPole * turning * cos / Mass;
        _x += StepLength * _velocity;
        _velocity += StepLength * acceleration;
        _angle += StepLength * _spin;
        _spin += StepLength * turning;
    }

    private static double Start(RandomStream random) => 0.1 * random.NextDouble() - 0.05;
}
