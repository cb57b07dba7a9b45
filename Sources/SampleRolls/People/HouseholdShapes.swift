import RollModel

/// Who lives together: couples with grown children, widows, three generations, people alone.
extension Village {
  mutating func couple(eldest age: Int) {
    let family = households[households.count - 1].family
    guard let head = addVoter(.male, age: age, .married, family: family, order: 0) else { return }
    shareFamilyName(of: head)
    let wifeAge = max(18, age - 1 - random.below(7))
    guard addVoter(.female, age: wifeAge, .married, family: .empty, order: 0) != nil else { return }
    let room = min(age, wifeAge + 2) - 18
    children(random.below(4), oldest: room - 1, father: head)
  }

  mutating func single(_ sex: Sex, _ age: Int, children count: Int, _ marital: MaritalStatus) {
    let family = households[households.count - 1].family
    guard let head = addVoter(sex, age: age, marital, family: family, order: 0) else { return }
    children(count, oldest: age - 19, father: head)
  }

  mutating func threeGenerations() {
    let age = 28 + random.below(28)
    couple(eldest: age)
    let sex: Sex = random.chance(0.7) ? .female : .male
    _ = addVoter(sex, age: min(99, age + 19 + random.below(14)), .formerly, family: .empty, order: 0)
  }

  private mutating func children(_ count: Int, oldest: Int, father: Int) {
    guard oldest >= 17, count > 0 else { return }
    var age = min(oldest, 17 + random.below(24))
    for order in 0..<count where age >= 17 {
      child(age: age, order: order, father: father)
      age -= 1 + random.below(5)
    }
  }

  private mutating func child(age: Int, order: Int, father: Int) {
    let household = households[households.count - 1]
    let sex: Sex = random.chance(0.5) ? .male : .female
    let marital: MaritalStatus = age > 24 && random.chance(0.15) ? .formerly : .never
    guard let index = addVoter(sex, age: age, marital, family: household.family, order: order) else { return }
    guard household.family.isEmpty, sex == .male, random.chance(0.06) else { return }
    // The father's name as a second word; now and then his very name.
    if random.chance(0.05) {
      persons[index].name = persons[father].name
    } else if persons[index].name.count < 3 {
      persons[index].name.append(persons[father].name.first)
    }
  }

  private mutating func shareFamilyName(of head: Int) {
    let last = households.count - 1
    guard households[last].family.isEmpty, random.chance(world.model.sharedFamilyNameRate) else { return }
    let word = persons[head].name.first
    if word.count > 2 { households[last].family = word }
  }
}
