using System;

namespace Physics;

/// <summary>What decides the flight.</summary>
/// <param name="Speed">At the start, in metres per second.</param>
/// <param name="Angle">At the start, above the ground, in radians.</param>
/// <param name="Drag">In the deceleration k v^2, per metre.</param>
internal readonly record struct Parameters(double Speed, double Angle, double Drag)
{
    public double Degrees => Angle * 180 / Math.PI;

    public override string ToString() => $"speed {Speed,7:0.000} m/s   angle {Degrees,7:0.000} degrees   drag {Drag,8:0.00000} /m";
}
