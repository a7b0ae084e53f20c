internal import AssetJSON
internal import Assets

/// Reservations of `aws ec2 describe-instances`: each holds instances, and says which account owns them.
final class Reservations: RecordShapeReader {
  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault) {
    let reservation = TapeObject(tape, at: index)
    guard let instances = reservation.member("instances", kind: .array) else {
      throw ValueFault(index, reason: "a reservation has no list of instances")
    }
    sink.surroundings.list = instances.name
    sink.surroundings.account = reservation.member("ownerid", kind: .string).map { owner in
      tape.withBytes(at: owner.value) { Array(copying: $0) }
    }
    var instance = tape.firstChild(of: instances.value)
    while tape.hasValue(at: instance) {
      do throws(ValueFault) {
        try sink.read(tape, at: instance)
        try sink.takeRead(tape, at: instance, from: origin)
      } catch {
        try sink.refusals.refuse(error, on: tape, at: instance)
      }
      instance = tape.index(after: instance)
    }
  }
}
