namespace Playground.Browser;

/// <summary>A point of the plane.</summary>
/// <param name="X">From -<see cref="PlaneData.Reach"/> to it, to the right.</param>
/// <param name="Y">From -<see cref="PlaneData.Reach"/> to it, upwards.</param>
/// <param name="Class">0 or 1.</param>
internal readonly record struct PlanePoint(float X, float Y, int Class);
